package dev.signalbox.wiring.config;

import dev.signalbox.domain.board.Protection;
import dev.signalbox.domain.ci.Freeze;
import dev.signalbox.domain.ci.FreezeWindow;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.provider.yaml.YamlNode;
import java.time.Instant;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// Reads what a board forbids: `freezes:`, `read-only:` and `hosts:`.
final class ProtectionFields {

    private static final int MOST = 200;

    private final Fields fields;
    private final Problems problems;

    private ProtectionFields(Fields fields, Problems problems) {
        this.fields = fields;
        this.problems = problems;
    }

    static Protection read(Fields board, Problems problems) {
        ProtectionFields it = new ProtectionFields(board, problems);
        return new Protection(it.freezes(), new LinkedHashSet<>(board.texts("read-only")), it.hosts());
    }

    private List<Freeze> freezes() {
        List<Freeze> freezes = new ArrayList<>();
        for (YamlNode node : fields.items("freezes")) {
            if (freezes.size() == MOST) {
                problems.add(node, "there are more than " + MOST + " freezes; remove those that are over");
                break;
            }
            freeze(node, freezes.size() + 1).ifPresent(freezes::add);
        }
        return freezes;
    }

    private Optional<Freeze> freeze(YamlNode node, int number) {
        return Fields.of(node, "a freeze", problems, "from", "until", "zone", "environments").flatMap(f -> {
            Optional<String> from = f.required("from", "\"0 16 * * 5\"");
            Optional<String> until = f.required("until", "\"0 8 * * 1\"");
            if (from.isEmpty() || until.isEmpty()) {
                return Optional.empty();
            }
            Freeze freeze = new Freeze(
                    number, from.get(), until.get(), f.text("zone").orElse("UTC"), f.texts("environments"));
            if (FreezeWindow.of(freeze, Instant.EPOCH).standing() == FreezeWindow.Standing.UNREADABLE) {
                problems.add(node, "the times of a freeze are not understood; write five cron fields each, such as"
                        + " from: \"0 16 * * 5\", until: \"0 8 * * 1\", zone: Europe/Berlin");
                return Optional.empty();
            }
            return Optional.of(freeze);
        });
    }

    private Map<String, String> hosts() {
        Map<String, String> hosts = new LinkedHashMap<>();
        Optional<YamlNode> node = fields.node("hosts");
        if (node.isEmpty()) {
            return hosts;
        }
        if (!(node.get() instanceof YamlNode.Mapping mapping)) {
            problems.add(node.get(), "\"hosts\" is " + node.get().kind()
                    + "; write a connection's name and its address, such as \"work: https://github.example.com\"");
            return hosts;
        }
        mapping.entries().forEach((name, value) -> {
            String address = value instanceof YamlNode.Scalar scalar ? scalar.text() : "";
            try {
                BaseUrl.parse(address);
                hosts.put(name, address);
            } catch (IllegalArgumentException refused) {
                problems.add(value, "the address of a host is not understood: " + refused.getMessage());
            }
        });
        return hosts;
    }
}
