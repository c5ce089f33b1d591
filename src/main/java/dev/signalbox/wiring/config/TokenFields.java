package dev.signalbox.wiring.config;

import dev.signalbox.provider.yaml.YamlNode;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/// Reads where an account's token comes from: `token-env: NAME`, `token: vault`, `token: ask` or
/// `token-command: [program, argument]`. A token itself is refused without being repeated.
final class TokenFields {

    private TokenFields() {}

    /// @param variable what the environment variable might be called
    static Optional<TokenSource> read(Fields fields, Problems problems, String variable) {
        List<TokenSource> sources = new ArrayList<>();
        Optional<YamlNode> token = fields.node("token");
        token.flatMap(node -> word(node, problems, variable)).ifPresent(sources::add);
        List<String> line = fields.texts("token-command");
        if (!line.isEmpty()) {
            sources.add(new TokenSource.Program(line));
        } else if (fields.node("token-command").isPresent()) {
            problems.add(fields.line(), "\"token-command\" is empty; write \"token-command: [pass, show, work]\"");
        }
        if (fields.node("token-env").isPresent()) {
            fields.text("token-env").map(TokenSource.Variable::new).ifPresent(sources::add);
        } else if (token.isEmpty() && fields.node("token-command").isEmpty()) {
            fields.required("token-env", variable);
        }
        if (sources.size() > 1) {
            problems.add(fields.line(), "an account has more than one of \"token\", \"token-env\" and"
                    + " \"token-command\"; keep one");
            return Optional.empty();
        }
        return sources.stream().findFirst();
    }

    private static Optional<TokenSource> word(YamlNode node, Problems problems, String variable) {
        String text = node instanceof YamlNode.Scalar scalar ? scalar.text() : "";
        return switch (text) {
            case "vault" -> Optional.of(new TokenSource.Vault());
            case "ask" -> Optional.of(new TokenSource.Asked());
            default -> {
                problems.add(node, "a token must not be in this file; put it into an environment variable"
                        + " and write \"token-env: " + variable + "\", or into the vault and write \"token: vault\"");
                yield Optional.empty();
            }
        };
    }
}
