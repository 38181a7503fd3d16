package io.smartchat.llm.builtin;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Words that visitors and documents use for the same everyday thing. */
final class Synonyms {

    private static final List<String> GROUPS = List.of(
            "return send refund exchange",
            "refund reimburse money",
            "cost price fee charge rate",
            "warranty guarantee",
            "delivery deliver shipping ship shipment dispatch",
            "product article item goods device unit appliance",
            "phone telephone call hotline",
            "email mail e-mail",
            "buy purchase order",
            "cancel cancellation terminate withdraw revoke end leave",
            "pause freeze suspend",
            "kid child children",
            "friend guest visitor companion",
            "teach teacher instructor trainer coach",
            "class course lesson",
            "discount reduction reduced concession",
            "lock padlock",
            "allow permit",
            "pool swim swimming",
            "repair fix broken defect defective fault",
            "open opening hours",
            "wifi wlan wi-fi network wireless",
            "address located location",
            "boss manager director ceo head",
            "clean cleaning wash",
            "kosten preis kostet gebühr teuer",
            "garantie gewährleistung",
            "lieferung liefern versand versenden lieferzeit",
            "zurückgeben rückgabe zurückschicken zurücksenden rücksendung retoure umtauschen umtausch widerruf",
            "erstattung erstatten geld rückerstattung",
            "produkt artikel ware gerät",
            "telefon anrufen telefonisch rufnummer telefonnummer hotline",
            "email mail e-mail",
            "kaufen bestellen bestellung kauf",
            "spät verspätung verspätet überschreitung mahnung säumnisgebühr",
            "brauchen benötigen benötigt brauche erforderlich",
            "kündigen kündigung stornieren stornierung",
            "reparieren reparatur kaputt defekt",
            "geöffnet öffnungszeiten offen öffnet auf erreichbar",
            "kundendienst support kundenservice service",
            "chef geschäftsführer geschäftsführerin leiter leiterin leitet");

    private static final Map<String, Set<Integer>> GROUPS_OF = groups();

    private Synonyms() {}

    static boolean related(String term, Set<String> terms) {
        Set<Integer> groups = GROUPS_OF.getOrDefault(term, Set.of());
        return !groups.isEmpty()
                && terms.stream()
                        .flatMap(other -> GROUPS_OF.getOrDefault(other, Set.of()).stream())
                        .anyMatch(groups::contains);
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
