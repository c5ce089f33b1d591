package dev.signalbox.practice.cluster.objects;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// Chooses objects by the few fields that the server allows.
public final class FieldSelector {

    private static final Pattern TERM = Pattern.compile("([A-Za-z.]+)\\s*(==|=|!=)\\s*(.*)");
    private static final Set<String> EVERYWHERE = Set.of("metadata.name", "metadata.namespace");
    private static final Map<ResourceKind, Set<String>> OF_KINDS = Map.of(
            ResourceKinds.PODS, Set.of("spec.nodeName", "spec.restartPolicy", "spec.schedulerName",
                    "spec.serviceAccountName", "status.phase", "status.podIP", "status.nominatedNodeName"),
            ResourceKinds.EVENTS, Set.of("involvedObject.kind", "involvedObject.namespace", "involvedObject.name",
                    "involvedObject.uid", "involvedObject.apiVersion", "involvedObject.resourceVersion",
                    "involvedObject.fieldPath", "reason", "reportingComponent", "source", "type"),
            ResourceKinds.NAMESPACES, Set.of("status.phase"),
            ResourceKinds.NODES, Set.of("spec.unschedulable"),
            ResourceKinds.REPLICA_SETS, Set.of("status.replicas"));

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
            if (!EVERYWHERE.contains(field) && !OF_KINDS.getOrDefault(kind, Set.of()).contains(field)) {
                throw Refusal.badRequest("field label not supported: " + field);
            }
            terms.add(new Term(path(field), term.group(3), !"!=".equals(term.group(2))));
        }
        return new FieldSelector(terms);
    }

    /// The source of an event is an object, but it is selected by the name of the component in it.
    private static String[] path(String field) {
        return field.equals("source") ? new String[] {"source", "component"} : field.split("\\.", -1);
    }

    public boolean matches(JsonNode object) {
        return terms.stream()
                .allMatch(term -> Fields.text(object, term.path()).equals(term.value()) == term.equal());
    }

    // A private record with an array: it is never compared.
    private record Term(String[] path, String value, boolean equal) {}
}
