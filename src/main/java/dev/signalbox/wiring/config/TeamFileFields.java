package dev.signalbox.wiring.config;

import dev.signalbox.provider.git.GitAddress;
import dev.signalbox.provider.git.GitSettings;
import dev.signalbox.provider.http.ProxySettings;
import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/// Reads where the team file lies: `team-file:` with `repository`, `branch`, `path`, `every` and where its token comes from.
final class TeamFileFields {

    private static final Pattern EVERY = Pattern.compile("(\\d{1,4}) ?(second|minute|hour)s?");
    private static final Pattern AUTHOR = Pattern.compile("[^<>\\p{Cntrl}]{1,100} <[^<>@\\s]{1,100}@[^<>@\\s]{1,150}>");
    private static final Duration LEAST = Duration.ofSeconds(30);

    private final Fields fields;
    private final Problems problems;
    private final Function<String, Path> path;

    private TeamFileFields(Fields fields, Problems problems, Function<String, Path> path) {
        this.fields = fields;
        this.problems = problems;
        this.path = path;
    }

    /// @param path finds files that the configuration names
    static Optional<ConsoleConfig.TeamRepository> read(
            YamlNode node, Problems problems, Function<String, Path> path) {
        return Fields.of(
                node, "the team file", problems, "repository", "branch", "path", "every", "token", "token-env",
                "token-command", "proxy", "ca-file", "account", "author", "begin-with")
                .flatMap(f -> new TeamFileFields(f, problems, path).repository());
    }

    private Optional<ConsoleConfig.TeamRepository> repository() {
        Optional<String> address = fields.required("repository", "https://git.example.com/acme/board.git")
                .filter(this::isAddress);
        String branch = fields.text("branch").orElse("main");
        if (!GitSettings.isBranch(branch)) {
            complain("branch", "write a plain name, such as \"branch: main\"");
            return Optional.empty();
        }
        Optional<String> inside = fields.required("path", "board.yaml");
        if (inside.isPresent() && !GitSettings.isPath(inside.get())) {
            complain("path", "write plain words between slashes, such as \"path: ops/board.yaml\"");
            return Optional.empty();
        }
        boolean open = fields.node("token").isEmpty() && fields.node("token-env").isEmpty()
                && fields.node("token-command").isEmpty();
        Optional<TokenSource> token = open ? Optional.empty() : TokenFields.read(fields, problems, "TEAM_TOKEN");
        if (!open && address.filter(GitAddress::meansSsh).isPresent()) {
            problems.add(fields.line(), "a token is not used with ssh, which takes your keys; remove it");
            return Optional.empty();
        }
        boolean bare = BareAddress.all(fields, problems, "proxy") && hasProxy();
        if (!bare || address.isEmpty() || inside.isEmpty() || (!open && token.isEmpty())) {
            return Optional.empty();
        }
        return Optional.of(new ConsoleConfig.TeamRepository(
                address.get(), branch, inside.get(), every(), token.orElse(null), fields.text("proxy").orElse(null),
                fields.text("ca-file").map(path).orElse(null), fields.text("account").orElse(null), author(),
                fields.text("begin-with").map(path).orElse(null)));
    }

    private @Nullable String author() {
        String author = fields.text("author").orElse(null);
        if (author != null && !AUTHOR.matcher(author).matches()) {
            complain("author", "write for example \"author: Ann Archer <ann@example.com>\"");
            return null;
        }
        return author;
    }

    private boolean isAddress(String text) {
        try {
            GitAddress.parse(text);
            return true;
        } catch (IllegalArgumentException refused) {
            // The text is not repeated: it may hold a password.
            fields.node("repository").ifPresent(node -> problems.add(
                    node, "\"repository\" is not understood. " + refused.getMessage()));
            return false;
        }
    }

    /// Whether the proxy is one, where there is any: without it nothing would be read.
    private boolean hasProxy() {
        try {
            fields.text("proxy").ifPresent(text -> ProxySettings.parse(text, List.of()));
            return true;
        } catch (IllegalArgumentException refused) {
            complain("proxy", "write for example \"proxy: http://proxy.example.com:3128\"");
            return false;
        }
    }

    private Duration every() {
        return fields.text("every").map(text -> {
            Matcher matcher = EVERY.matcher(text.toLowerCase(Locale.ROOT));
            Duration every = matcher.matches() ? duration(matcher) : Duration.ZERO;
            if (every.compareTo(LEAST) < 0) {
                complain("every", "write for example \"every: 2 minutes\", at least 30 seconds");
                return ConsoleConfig.TeamRepository.USUAL;
            }
            return every;
        }).orElse(ConsoleConfig.TeamRepository.USUAL);
    }

    private static Duration duration(Matcher matcher) {
        long number = Long.parseLong(matcher.group(1));
        return switch (matcher.group(2)) {
            case "second" -> Duration.ofSeconds(number);
            case "minute" -> Duration.ofMinutes(number);
            default -> Duration.ofHours(number);
        };
    }

    private void complain(String key, String advice) {
        fields.node(key).ifPresent(node -> problems.add(node, "\"" + key + "\" is not understood; " + advice));
    }
}
