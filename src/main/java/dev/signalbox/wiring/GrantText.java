package dev.signalbox.wiring;

import dev.signalbox.domain.setup.Grant;
import dev.signalbox.domain.setup.HiddenText;
import java.net.URI;
import java.net.URISyntaxException;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// A grant as one secret of the vault, so that both of its tokens are replaced together or not at all: a line that says
/// what it is, then a line for each part. No token has a line end in it, so none is taken for this; and a console that does
/// not know it yet takes it for a token that nobody would send.
final class GrantText {

    private static final String HEAD = "signalbox-grant 1";
    private static final int LINES = 7;

    private GrantText() {}

    static String of(Grant grant) {
        return String.join(
                "\n", HEAD, grant.token().reveal(), second(grant.endsAt()), grant.refresh().reveal(),
                second(grant.refreshEndsAt()), grant.clientId(), grant.at().toString());
    }

    /// @return nothing where the secret is a token, or anything else
    static Optional<Grant> read(String secret) {
        List<String> lines = List.of(secret.split("\n", -1));
        if (lines.size() != LINES || !lines.getFirst().equals(HEAD) || lines.get(1).isBlank()
                || lines.get(3).isBlank()) {
            return Optional.empty();
        }
        try {
            return Optional.of(new Grant(
                    new HiddenText(lines.get(1)), time(lines.get(2)), new HiddenText(lines.get(3)),
                    time(lines.get(4)), lines.get(5), new URI(lines.get(6))));
        } catch (NumberFormatException | URISyntaxException damaged) {
            return Optional.empty();
        }
    }

    private static String second(@Nullable Instant time) {
        return time == null ? "-" : Long.toString(time.getEpochSecond());
    }

    private static @Nullable Instant time(String second) {
        return second.equals("-") ? null : Instant.ofEpochSecond(Long.parseLong(second));
    }
}
