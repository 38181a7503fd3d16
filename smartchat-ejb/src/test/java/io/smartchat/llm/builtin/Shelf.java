package io.smartchat.llm.builtin;

import io.smartchat.llm.Excerpt;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A shop's documents as retrieval would hand them over: several passages, not all about the question. */
final class Shelf {

    static final List<Excerpt> ENGLISH = List.of(
            passage(1, "x200-manual.pdf", 4, """
                    Warranty

                    The X200 comes with a limited warranty of 24 months from the date of purchase. The battery is
                    covered for 12 months. Damage caused by water is not covered. Keep your receipt: without it a claim
                    can't be processed.
                    """),
            passage(2, "x200-manual.pdf", 7, """
                    Cleaning and care

                    Unplug the device before you clean it. Wipe the housing with a dry, soft cloth; never use solvents
                    or abra-
                    sive cleaners. The water tank should be descaled every three months.

                    What is in the box:
                    - the X200 base station
                    - a power adapter (12 V, 3 A)
                    - two filters
                    - this manual
                    """),
            passage(3, "shipping-and-returns.txt", null, """
                    Standard delivery within Germany takes 2 to 4 working days and costs EUR 4.90. Orders above EUR 60
                    ship free of charge. Express delivery arrives the next working day if you order before 2 p.m. and
                    costs EUR 12.50.

                    You can send back any article within 30 days of receiving it. The refund is paid to the account you
                    paid from, at the latest 14 days after the parcel reached us. Opened hygiene products are excluded.
                    """),
            passage(4, "contact.txt", null, """
                    Our support team answers the phone from Monday to Friday, 9:00 to 17:00. Call +49 30 1234567 or write
                    to help@example.org. The showroom is at 12 Harbour Street, Hamburg.
                    """),
            passage(5, "prices.csv", null, """
                    Article: X200; Colour: white; Price: 249 EUR; In stock: 17
                    Article: X200 Pro; Colour: black; Price: 319 EUR; In stock: 0
                    Article: Filter set F3; Colour: grey; Price: 19 EUR; In stock: 240
                    """),
            passage(6, "faq.md", null, """
                    ## Frequently asked questions

                    How do I reset the device to its factory settings?
                    Hold the power button for ten seconds until the light blinks red. All stored networks are deleted.

                    Does it work with 5 GHz networks?
                    No. Only 2.4 GHz networks are supported at present.

                    Who founded the company?
                    Greta Lindqvist and Omar Haddad started the company in 2009 in a garage in Malmö.
                    """));

    static final List<Excerpt> GERMAN = List.of(
            passage(1, "handbuch.pdf", 3, """
                    Garantie

                    Auf das Gerät gewähren wir eine Herstellergarantie von drei Jahren ab Kaufdatum. Ausgenommen sind
                    Verschleißteile wie Filter und Dichtungen. Bewahren Sie die Rechnung auf.
                    """),
            passage(2, "handbuch.pdf", 9, """
                    Reinigung

                    Ziehen Sie vor der Reinigung den Netzstecker. Der Wassertank muss alle sechs Wochen entkalkt werden.
                    Verwenden Sie keine scheuernden Mittel.
                    """),
            passage(3, "agb.txt", null, """
                    Die Lieferung innerhalb Deutschlands dauert zwei bis vier Werktage. Der Versand kostet 4,90 Euro, ab
                    einem Bestellwert von 50 Euro ist er kostenlos. Sie können jeden Artikel innerhalb von 14 Tagen ohne
                    Angabe von Gründen zurückgeben. Die Rücksendekosten trägt der Käufer.
                    """),
            passage(4, "kontakt.txt", null, """
                    Unser Kundendienst ist werktags von 8:00 bis 18:00 Uhr unter 030 987654 erreichbar. Die Werkstatt
                    befindet sich in der Hafenstraße 12 in Bremen. Geschäftsführerin ist Dr. Anna Berger.
                    """),
            passage(5, "preise.csv", null, """
                    Artikel: Kaffeemaschine K7; Farbe: rot; Preis: 189 Euro; Lager: 4
                    Artikel: Wasserkocher W2; Farbe: blau; Preis: 39 Euro; Lager: 52
                    """));

    static final List<Excerpt> CLUB = List.of(
            passage(1, "membership.pdf", 2, """
                    Membership and fees

                    The monthly fee for a standard membership is £32, payable by direct debit on the first of each month.
                    Students and people over 65 pay £24. A one-off joining fee of £20 applies to new members. Members may
                    freeze their membership for up to three months a year, for example because of illness or travel; a
                    freeze costs £5 per month. To end your membership, tell us in writing at least four weeks before the
                    end of a month. After the first twelve months you can leave at any time with this notice period.
                    """),
            passage(2, "membership.pdf", 3, """
                    House rules
                    Lockers
                    Bring your own padlock. Lockers must be emptied at the end of your visit; we open them every night and
                    keep the contents for two weeks.
                    Guests
                    Every member may bring one guest per visit. Guests pay £8 and must show photo identification. Children
                    under 14 are only allowed in the pool area and must be accompanied by an adult at all times.
                    The gym is open from 6 a.m. to 11 p.m. on weekdays and from 8 a.m. to 9 p.m. at weekends. The sauna
                    closes one hour earlier.
                    """),
            passage(3, "courses.csv", null, """
                    Course: Yoga for beginners; Day: Tuesday; Time: 18:00; Instructor: Maya Patel; Room: Studio 2
                    Course: Spinning; Day: Thursday; Time: 19:30; Instructor: Tom Reed; Room: Studio 1
                    Course: Aqua fitness; Day: Saturday; Time: 10:00; Instructor: Lena Fox; Room: Pool
                    """));

    static final List<Excerpt> LIBRARY =
            List.of(passage(1, "satzung.pdf", 1, """
                    § 4 Ausleihe
                    Die Leihfrist für Bücher beträgt vier Wochen, für Filme und Zeitschriften eine Woche. Sie kann zweimal
                    verlängert werden, sofern keine Vorbestellung vorliegt. Bei Überschreitung der Leihfrist wird eine
                    Säumnisgebühr von 0,50 Euro pro Medium und angefangener Woche fällig. Verlorene oder beschädigte Medien
                    sind zu ersetzen.
                    § 5 Anmeldung
                    Für die Anmeldung wird ein gültiger Personalausweis benötigt. Kinder unter 16 Jahren brauchen die
                    Unterschrift der Eltern. Der Jahresbeitrag beträgt 15 Euro; für Schülerinnen und Schüler ist der Ausweis
                    kostenlos.
                    """), passage(2, "besuch.txt", null, """
                    Die Bücherei ist dienstags bis freitags von 10 bis 18 Uhr und samstags von 10 bis 13 Uhr geöffnet.
                    Montags bleibt sie geschlossen. Im Erdgeschoss stehen sechs Computer mit Internetzugang, die Nutzung ist
                    auf eine Stunde am Tag begrenzt. Kopien kosten 10 Cent pro Seite. Parkplätze gibt es hinter dem Rathaus.
                    Hunde dürfen nicht mitgebracht werden.
                    """));

    private Shelf() {}

    private static Excerpt passage(int number, String file, @Nullable Integer page, String text) {
        return new Excerpt(number, file, page, text, 0.6 - number * 0.05);
    }
}
