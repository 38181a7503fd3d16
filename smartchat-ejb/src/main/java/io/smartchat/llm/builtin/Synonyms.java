package io.smartchat.llm.builtin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** Words that visitors and documents use for the same everyday thing. */
final class Synonyms {

    private static final List<String> GROUPS = List.of(
            "return send back give refund",
            "exchange swap replace change",
            "refund reimburse money back",
            "cost price fee charge rate expensive",
            "warranty guarantee guaranteed cover",
            "delivery deliver shipping ship shipment dispatch send post",
            "parcel package box packet",
            "arrive reach come",
            "product article item goods stuff thing",
            "device unit appliance machine",
            "phone telephone call hotline ring",
            "email mail e-mail",
            "buy purchase order",
            "cancel cancellation terminate withdraw revoke end leave",
            "pause freeze suspend",
            "kid child children minor",
            "friend guest visitor companion",
            "teach teacher instructor trainer coach lead leader",
            "class course lesson workshop",
            "talk lecture speech",
            "discount reduction reduced concession off cheap",
            "lock padlock",
            "allow permit",
            "pool swim swimming",
            "repair fix mend broken defect defective fault faulty",
            "open opening hours",
            "close shut",
            "wifi wlan wi-fi network wireless",
            "address located location",
            "boss manager director ceo head",
            "clean cleaning wash",
            "holiday vacation leave",
            "bank holiday boxing christmas",
            "hire rent rental loan borrow lend",
            "staff employee worker colleague team",
            "ill illness sick sickness",
            "job work employ",
            "big large size",
            "pick collect collection pickup",
            "password passcode",
            "save store keep",
            "film camera cctv video footage recording",
            "newsletter mailing",
            "pay payment",
            "member membership join",
            "begin start",
            "expire expiry valid",
            "found establish",
            "earn get",
            "colour color",
            "fast quick quickly soon",
            "free gratis charge",
            "late delay",
            "garment clothing clothes",
            "shoe boot footwear",
            "trouser pant",
            "kilo kilogram kilogramm kg",
            "gram gramm",
            "litre liter",
            "weight heavy weigh",
            "high height tall",
            "wide width",
            "deep depth",
            "far distance",
            "long length",
            "old age",
            "wrong incorrect mistaken",
            "cold temperature degree minus",
            "warm temperature degree",
            "hoch höhe",
            "breit breite",
            "tief tiefe",
            "lang länge",
            "weit entfernung entfernt",
            "alt alter mindestalter",
            "test check inspect look",
            "lift elevator",
            "fall accident",
            "kosten preis kostet gebühr teuer betrag berechnen verlangen",
            "garantie gewährleistung",
            "lieferung liefern versand versenden lieferzeit schicken verschicken zusenden zustellung zustellen bringen sendung rausgehen rausgeht verlassen verlässt",
            "paket päckchen sendung",
            "zurückgeben rückgabe zurückschicken zurücksenden rücksendung retoure zurücknehmen zurückholen",
            "umtauschen umtausch tauschen",
            "widerruf widerrufen überlegen",
            "erstattung erstatten geld rückerstattung überweisen",
            "produkt artikel ware gerät",
            "maschine gerät",
            "telefon anrufen telefonisch rufnummer telefonnummer hotline",
            "email mail e-mail",
            "kaufen bestellen bestellung kauf",
            "spät verspätung verspätet überschreitung mahnung säumnisgebühr",
            "brauchen benötigen benötigt brauche erforderlich",
            "kündigen kündigung beenden",
            "stornieren stornierung absagen absage",
            "reparieren reparatur kaputt defekt instand",
            "geöffnet öffnungszeiten offen öffnet öffnen auf erreichbar aufmachen",
            "schließen schließt zu zumachen",
            "kundendienst support kundenservice service",
            "chef geschäftsführer geschäftsführerin",
            "leiter leiterin leitet leitung leiten",
            "pausieren aussetzen unterbrechen pause",
            "sparen günstiger rabatt nachlass vergünstigung ermäßigung billiger mengenrabatt",
            "kostenlos gratis umsonst frei",
            "laden geschäft filiale",
            "kind kinder",
            "mitarbeiter beschäftigte angestellte personal",
            "bezahlen zahlen zahlung porto tragen kosten",
            "passwort kennwort",
            "reinigen säubern putzen pflege spülen waschen abwischen",
            "wasserkocher kessel",
            "aufbewahren lagern lagerung aufheben verwahren",
            "löschen überschreiben vernichten",
            "kamera video videoüberwachung filmen videoaufnahme",
            "newsletter rundbrief",
            "adresse anschrift straße",
            "feuer brand brandschutz",
            "gewicht schwer wiegen",
            "heiß temperatur aufheizen",
            "grad temperatur",
            "geschmack schmecken",
            "laut lautstärke dezibel lärm",
            "kilo kilogramm",
            "ersatz leihgerät",
            "auto wagen fahrzeug",
            "parken parkhaus parkplatz",
            "restaurant gaststätte gastronomie",
            "spielen konzert musik",
            "urlaub urlaubstag ferien",
            "gründen gründung gründer",
            "einkaufen eingekauft kaufen",
            "verboten erlauben dürfen",
            "dauern brauchen",
            "stattfinden termin veranstaltung",
            "dürfen nehmen",
            "passen fassen fasst",
            "frist zeit");

    private static final Map<String, Set<Integer>> GROUPS_OF = groups();

    private static final Map<String, Set<Integer>> REMEMBERED = new ConcurrentHashMap<>();
    private static final int REMEMBERED_AT_MOST = 20_000;

    private Synonyms() {}

    static boolean related(String term, Set<String> terms) {
        Set<Integer> groups = groupsOf(term);
        return !groups.isEmpty()
                && terms.stream().flatMap(other -> groupsOf(other).stream()).anyMatch(groups::contains);
    }

    private static Set<Integer> groupsOf(String term) {
        Set<Integer> known = REMEMBERED.get(term);
        if (known != null) {
            return known;
        }
        if (REMEMBERED.size() >= REMEMBERED_AT_MOST) {
            REMEMBERED.clear();
        }
        Set<Integer> groups = GROUPS_OF.containsKey(term) ? GROUPS_OF.get(term) : ofItsForms(term);
        REMEMBERED.put(term, groups);
        return groups;
    }

    private static Set<Integer> ofItsForms(String term) {
        Set<Integer> groups = new HashSet<>();
        GROUPS_OF.forEach((word, of) -> {
            if (TermMatch.isForm(term, word)) {
                groups.addAll(of);
            }
        });
        return groups;
    }

    private static Map<String, Set<Integer>> groups() {
        Map<String, Set<Integer>> groups = new HashMap<>();
        for (int group = 0; group < GROUPS.size(); group++) {
            for (String word : GROUPS.get(group).split(" ")) {
                for (String term : Terms.of(word)) {
                    groups.computeIfAbsent(term, t -> new HashSet<>()).add(group);
                }
            }
        }
        return groups;
    }
}
