package dev.signalbox.wiring;

import dev.signalbox.desktop.SecretProgram;
import dev.signalbox.domain.Connection;
import dev.signalbox.domain.ConnectionId;
import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.setup.Grant;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.provider.gitlab.GitLab;
import dev.signalbox.provider.http.BaseUrl;
import dev.signalbox.secrets.PassphrasePrompt;
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
import java.util.function.Function;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/// Gives each account its token, from where the configuration says. The vault is opened when the first account wants it.
final class Tokens {

    private static final Logger LOG = Logger.getLogger(Tokens.class.getName());

    /// Under which name the token of the team file's repository is given.
    static final ConnectionId TEAM = new ConnectionId(ConsoleConfig.TeamRepository.NAME);

    private final Machine machine;
    private final Terminal terminal;
    private final Function<PassphrasePrompt, Vault> vaults;
    private final ProgramRuns programs;
    private final PassphrasePrompt prompt;
    private final Set<String> hidden;

    /// @param vaults opens the vault, whose passphrase is asked for with what it gets
    Tokens(Machine machine, Terminal terminal, Function<PassphrasePrompt, Vault> vaults, ProgramRuns programs) {
        this(machine, terminal, vaults, programs, new TypedPassphrase(terminal), Set.of());
    }

    private Tokens(
            Machine machine, Terminal terminal, Function<PassphrasePrompt, Vault> vaults, ProgramRuns programs,
            PassphrasePrompt prompt, Set<String> hidden) {
        this.hidden = hidden;
        this.machine = machine;
        this.terminal = terminal;
        this.vaults = vaults;
        this.programs = programs;
        this.prompt = prompt;
    }

    /// The same, asking in the window.
    Tokens askedBy(Questions questions) {
        return new Tokens(machine, questions, vaults, programs, questions, hidden);
    }

    /// The same, whose programs do not get these environment variables.
    Tokens hiding(Set<String> variables) {
        return new Tokens(machine, terminal, vaults, programs, prompt, Set.copyOf(variables));
    }

    /// The vault, which nothing has been read of yet.
    Vault vault() {
        return vaults.apply(prompt);
    }

    /// Whether the account's token is there without asking anybody.
    static boolean isAtOnce(ConsoleConfig.CiAccount account) {
        return account.token() instanceof TokenSource.Variable;
    }

    /// The tokens that are there without asking anybody.
    Map<ConnectionId, Token> atOnce(List<ConsoleConfig.CiAccount> accounts) {
        return of(accounts.stream().filter(Tokens::isAtOnce).toList());
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

        /// A token that is renewed. It never prints itself either.
        record Renewed(Grant grant) implements Token {}

        record Missing(RemoteProblem why) implements Token {}
    }

    /// Only environment variables: for practice, which must not see a person's vault.
    static Tokens ofEnvironment(Machine machine) {
        return new Tokens(
                machine, new Terminal.Pipe(InputStream.nullInputStream()),
                prompt -> {
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

    /// What must appear nowhere as long as the console runs; of tokens that are renewed, see [VaultGrants#learn].
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
        try (Vault open = vault()) {
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
                    .orElseGet(() -> missing("No token was typed."));
            case TokenSource.Program(List<String> line) -> printed(line, variables(all));
            case TokenSource.Vault inVault -> throw new IllegalArgumentException("The vault is asked elsewhere.");
        };
    }

    private Token printed(List<String> line, Set<String> variables) {
        Map<String, String> environment = new HashMap<>(machine.environment());
        environment.keySet().removeAll(variables);
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
        try {
            return taken(account, vault);
        } catch (VaultProblem problem) {
            return missing(problem.sentence());
        }
    }

    /// The account's token out of the vault.
    ///
    /// @throws VaultProblem when the vault does not give it
    static Token taken(ConsoleConfig.CiAccount account, Vault vault) throws VaultProblem {
        try (SecretText secret = vault.take(account.id().name(), originOf(account))) {
            String text = secret.reveal();
            return GrantText.read(text).<Token>map(Token.Renewed::new).orElseGet(() -> new Token.Found(text));
        } catch (IllegalArgumentException noAddress) {
            return new Token.Missing(new RemoteProblem.Unreadable(String.valueOf(noAddress.getMessage())));
        }
    }

    /// The token of an account whose token does not lie in the vault. Blocks while a person or a program is asked.
    Token apart(ConsoleConfig.CiAccount account, List<ConsoleConfig.CiAccount> all) {
        return plain(account, all);
    }

    /// Where the account's requests go: what the vault compares.
    static String originOf(ConsoleConfig.CiAccount account) {
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

    static Token missing(String sentence) {
        return new Token.Missing(new RemoteProblem.NoCredential(sentence));
    }
}
