package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses objects by the few fields that the server allows.
public final class FieldSelector {

    private static final Pattern TERM = Pattern.compile("([A-Za-z.]+)\\s*(==|=|!=)\\s*(.*)");
    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Set<String> OF_PODS = Set.of("spec.nodeName", "spec.restartPolicy", "status.phase");
    private static final Set<String> OF_EVENTS = Set.of("involvedObject.kind", "involvedObject.namespace",
            "involvedObject.name", "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
            "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type");

    private final List<Term> terms;

    private FieldSelector(List<Term> terms) {
        this.terms = List.copyOf(terms);
    }

    /// @throws Refusal 400 for a field that cannot be selected by
    public static FieldSelector parse(ResourceKind kind, String query) {
        List<Term> terms = new ArrayList<>();
        for (String part : query.split(",", -1)) {
            if (part.isBlank()) {
                continue;
            }
            Matcher term = TERM.matcher(part.strip());
            if (!term.matches()) {
                throw Refusal.badRequest("invalid selector: '" + part + "'; can't understand '" + part + "'");
            }
            String field = term.group(1);
            boolean known = EVERYWHERE.contains(field) || kind.equals(ResourceKinds.PODS) && OF_PODS.contains(field)
                    || kind.equals(ResourceKinds.EVENTS) && OF_EVENTS.contains(field);
            if (!known) {
                throw Refusal.badRequest("field label not supported: " + field);
            }
            terms.add(new Term(field.split("\\.", -1), term.group(3), !"!=".equals(term.group(2))));
        }
        return new FieldSelector(terms);
    }

    public boolean matches(JsonNode object) {
        return terms.stream()
                .allMatch(term -> Fields.text(object, term.path()).equals(term.value()) == term.equal());
    }

    // A private record with an array: it is never compared.
    private record Term(String[] path, String value, boolean equal) {}
}
