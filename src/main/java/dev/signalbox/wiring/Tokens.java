package dev.signalbox.wiring;

import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.gitlab.GitLab;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.wiring.config.ConsoleConfig;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.io.IOException;
import java.io.InputStream;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Supplier;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// Gives each account its token, from where the configuration says. The vault is opened when the first account wants it.
final class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class.getName());

    /// Under which name the token of the team file's repository is given.
    static final ConnectionId TEAM = new ConnectionId(ConsoleConfig.TeamRepository.NAME);

    private final Machine machine;
    private final Terminal terminal;
    private final Supplier<Vault> vault;
    private final ProgramRuns programs;

    /// @param vault called once at most for each asking
    Tokens(Machine machine, Terminal terminal, Supplier<Vault> vault, ProgramRuns programs) {
        this.machine = machine;
        this.terminal = terminal;
        this.vault = vault;
        this.programs = programs;
    }

    /// Runs a program that prints a secret.
    interface ProgramRuns {

        SecretProgram in(Map<String, String> environment);
    }

    /// A token, or why there is none.
    sealed interface Token {

        /// @param text the token, which never prints itself
        record Found(String text) implements Token {

            @Override
            public String toString() {
                return "Found(hidden)";
            }
        }

        record Missing(RemoteProblem why) implements Token {}
    }

    /// Only environment variables: for practice, which must not see a person's vault.
    static Tokens ofEnvironment(Machine machine) {
        return new Tokens(
                machine, new Terminal.Pipe(InputStream.nullInputStream()),
                () -> {
                    throw new IllegalStateException("No vault is open here");
                },
                environment -> {
                    throw new IllegalStateException("No program is run here");
                });
    }

    /// The environment variables that hold tokens: programs do not get them.
    static Set<String> variables(ConsoleConfig config) {
        return variables(wanting(config));
    }

    /// Everything that wants a token: the accounts, and the team file's repository as one more.
    static List<ConsoleConfig.CiAccount> wanting(ConsoleConfig config) {
        List<ConsoleConfig.CiAccount> all = new ArrayList<>(config.accounts());
        ConsoleConfig.TeamRepository team = config.team();
        if (team != null && team.token() != null) {
            all.add(new ConsoleConfig.CiAccount(
                    TEAM, Connection.Kind.KUBERNETES, team.repository(), team.token(), List.of(), null, null));
        }
        return List.copyOf(all);
    }

    private static Set<String> variables(Collection<ConsoleConfig.CiAccount> accounts) {
        return accounts.stream()
                .map(ConsoleConfig.CiAccount::token)
                .filter(TokenSource.Variable.class::isInstance)
                .map(source -> ((TokenSource.Variable) source).name())
                .collect(Collectors.toSet());
    }

    /// What must appear nowhere.
    static List<String> texts(Collection<Token> tokens) {
        return tokens.stream().filter(Token.Found.class::isInstance).map(t -> ((Token.Found) t).text()).toList();
    }

    /// The accounts' tokens. Blocks while a person, a program or the key ring is asked; the key of the vault is wiped
    /// before this returns.
    Map<ConnectionId, Token> of(List<ConsoleConfig.CiAccount> accounts) {
        Map<ConnectionId, Token> tokens = new LinkedHashMap<>();
        boolean wantsVault = accounts.stream().anyMatch(a -> a.token() instanceof TokenSource.Vault);
        if (!wantsVault) {
            accounts.forEach(a -> tokens.put(a.id(), plain(a, accounts)));
            return tokens;
        }
        try (Vault open = vault.get()) {
            accounts.forEach(a -> tokens.put(
                    a.id(), a.token() instanceof TokenSource.Vault ? kept(a, open) : plain(a, accounts)));
            open.notice().ifPresent(LOG::warning);
        }
        return tokens;
    }

    private Token plain(ConsoleConfig.CiAccount account, List<ConsoleConfig.CiAccount> all) {
        return switch (account.token()) {
            case TokenSource.Variable(String name) -> {
                String text = machine.environment().getOrDefault(name, "").strip();
                yield text.isEmpty()
                        ? missing("The environment variable " + name
                                + " holds no token. Set it and start the console again.")
                        : new Token.Found(text);
            }
            case TokenSource.Asked asked -> terminal.hidden("Token for " + account.id().name() + " (" + account.url()
                    + "): ")
                    .map(Tokens::found)
                    .orElseGet(() -> missing("No token was typed. Start the console from a terminal, where it asks."));
            case TokenSource.Program(List<String> line) -> printed(line, variables(all));
            case TokenSource.Vault inVault -> throw new IllegalArgumentException("The vault is asked elsewhere.");
        };
    }

    private Token printed(List<String> line, Set<String> hidden) {
        Map<String, String> environment = new HashMap<>(machine.environment());
        environment.keySet().removeAll(hidden);
        try {
            return found(programs.in(environment).run(line));
        } catch (IOException failure) {
            return missing(IoWords.of(failure) + ".");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return missing("The console is closing.");
        }
    }

    private static Token kept(ConsoleConfig.CiAccount account, Vault vault) {
        try (SecretText secret = vault.take(account.id().name(), originOf(account))) {
            return new Token.Found(secret.reveal());
        } catch (VaultProblem problem) {
            return missing(problem.sentence());
        } catch (IllegalArgumentException noAddress) {
            return new Token.Missing(new RemoteProblem.Unreadable(String.valueOf(noAddress.getMessage())));
        }
    }

    /// Where the account's requests go: what the vault compares.
    private static String originOf(ConsoleConfig.CiAccount account) {
        BaseUrl base = switch (account.kind()) {
            case GITHUB -> GitHub.base(account.url());
            case GITLAB -> GitLab.base(account.url());
            // No CI provider's: the address is taken as it is.
            case KUBERNETES -> BaseUrl.parse(account.url());
        };
        return base.origin().toString();
    }

    private static Token found(char[] typed) {
        String text = new String(typed).strip();
        Arrays.fill(typed, '\0');
        return text.isEmpty() ? missing("The token is empty.") : new Token.Found(text);
    }

    private static Token missing(String sentence) {
        return new Token.Missing(new RemoteProblem.Unauthorized(sentence));
    }
}
