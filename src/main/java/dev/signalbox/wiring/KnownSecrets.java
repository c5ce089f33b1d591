package dev.signalbox.wiring;

import dev.signalbox.domain.text.Redaction;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;

/// The tokens that this console holds, from wherever they came: what is written or shown is rid of all of them. Asked for
/// anew each time, since tokens come as long as it runs. Knows also the names of the environment variables that hold
/// tokens: no program that is started gets those.
final class KnownSecrets implements Supplier<Redaction> {

    /// Credential programs print a new token every hour, and tokens are renewed; the oldest of that many is long over.
    private static final int MOST = 200;

    private final Set<String> lasting = new LinkedHashSet<>();
    private final Set<String> secrets = new LinkedHashSet<>();
    private volatile Set<String> variables = Set.of();
    private volatile Redaction redaction = Redaction.SHAPES_ONLY;

    /// From now on these are taken out too, as long as the console runs.
    synchronized void keep(Collection<String> more) {
        if (lasting.addAll(more)) {
            tell();
        }
    }

    /// From now on these are taken out too, until many others have come after them.
    synchronized void learn(Collection<String> more) {
        if (!secrets.addAll(more)) {
            return;
        }
        while (secrets.size() > MOST) {
            secrets.remove(secrets.iterator().next());
        }
        tell();
    }

    private void tell() {
        Set<String> all = new LinkedHashSet<>(lasting);
        all.addAll(secrets);
        redaction = new Redaction(all);
    }

    /// Those that are not among these.
    synchronized Set<String> besides(Set<String> others) {
        Set<String> more = new LinkedHashSet<>(lasting);
        more.addAll(secrets);
        more.removeAll(others);
        return more;
    }

    /// From now on these are given to no program.
    void keepToOurselves(Set<String> names) {
        variables = Set.copyOf(names);
    }

    /// Names of environment variables that no program gets.
    Set<String> variables() {
        return variables;
    }

    /// What a program gets of this environment.
    Map<String, String> forPrograms(Map<String, String> environment) {
        Map<String, String> given = new HashMap<>(environment);
        given.keySet().removeAll(variables);
        return given;
    }

    @Override
    public Redaction get() {
        return redaction;
    }
}
