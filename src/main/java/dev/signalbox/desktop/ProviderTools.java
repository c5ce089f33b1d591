package dev.signalbox.desktop;

import dev.signalbox.domain.Connection;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.port.TokenPrograms;
import java.io.IOException;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/// The command line tools of GitHub and GitLab, asked for the token that they keep. Each prints it by a command of its own;
/// their files are not read, since the token is often in the key ring instead.
public final class ProviderTools implements TokenPrograms {

    /// A host becomes an argument: it may look like nothing else.
    private static final Pattern HOST = Pattern.compile("[a-z0-9]([a-z0-9.-]{0,250}[a-z0-9])?");

    private final SecretProgram programs;

    /// @param programs runs the tools, with the environment in which they find their own files
    public ProviderTools(SecretProgram programs) {
        this.programs = programs;
    }

    @Override
    public Optional<TokenProgram> of(Host host) {
        return hostOf(host.url()).flatMap(name -> line(host.kind(), name))
                .map(line -> new TokenProgram(line.getFirst(), line, programs.isThere(line.getFirst())));
    }

    @Override
    public HiddenText ask(TokenProgram program) throws IOException, InterruptedException {
        char[] printed = programs.run(program.line());
        try {
            HiddenText token = new HiddenText(new String(printed).strip());
            if (token.isBlank()) {
                throw new IOException(
                        program.name() + " has no token for this server; sign in with it first, or take another way");
            }
            return token;
        } finally {
            Arrays.fill(printed, '\0');
        }
    }

    /// <https://cli.github.com/manual/gh_auth_token>, <https://docs.gitlab.com/cli/config/get/>.
    private static Optional<List<String>> line(Connection.Kind kind, String host) {
        return switch (kind) {
            case GITHUB -> Optional.of(List.of("gh", "auth", "token", "--hostname", host));
            case GITLAB -> Optional.of(List.of("glab", "config", "get", "token", "--host", host));
            case KUBERNETES -> Optional.empty();
        };
    }

    /// The host that the tool knows: that of the web pages, not of the API.
    private static Optional<String> hostOf(String url) {
        try {
            String host = new URI(url).getHost();
            String name = host == null ? "" : host.toLowerCase(Locale.ROOT).replaceFirst("^(api|www)\\.", "");
            return Optional.of(name).filter(n -> HOST.matcher(n).matches());
        } catch (URISyntaxException noAddress) {
            return Optional.empty();
        }
    }
}
