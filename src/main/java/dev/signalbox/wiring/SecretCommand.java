package dev.signalbox.wiring;

import dev.signalbox.desktop.FolderLock;
import dev.signalbox.provider.github.GitHub;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/// `signalbox secret …`: looks after the vault. A secret is typed unseen or piped in, never an argument: arguments stand
/// in the shell's history and can be read by every process.
@Command(name = "secret", mixinStandardHelpOptions = true, description = "Keep tokens in the vault, for accounts with “token: vault” in the configuration.")
final class SecretCommand {

    private static final String FORGET = "forget everything";

    private final Opening opening;
    private final Supplier<Belongings> belongings;
    private final Terminal terminal;
    private final PrintStream out;
    private final PrintStream err;

    /// @param opening makes the vault when a command wants it
    /// @param belongings what the console has put on this machine
    SecretCommand(
            Opening opening, Supplier<Belongings> belongings, Terminal terminal, PrintStream out, PrintStream err) {
        this.opening = opening;
        this.belongings = belongings;
        this.terminal = terminal;
        this.out = out;
        this.err = err;
    }

    /// Makes the vault; its folder is there afterwards.
    interface Opening {

        Vault open() throws IOException;
    }

    private interface Work {

        int on(Vault vault) throws VaultProblem;
    }

    @Command(name = "set", mixinStandardHelpOptions = true, description = "Store a token: typed unseen, or the first line of what is piped in.")
    int set(
            @Parameters(paramLabel = "NAME", description = "The connection's name in the configuration.") String name,
            @Option(names = "--origin", required = true, paramLabel = "URL", description = "Address that the token may be sent to, and no other.") String origin,
            @Option(names = "--passphrase", description = "Open a new vault with a passphrase instead of the key ring.") boolean passphrase) {
        String exact;
        try {
            // An API's origin is another than its host's for GitHub's own addresses only.
            exact = GitHub.base(origin).origin().toString();
        } catch (IllegalArgumentException wrong) {
            return refuse(wrong.getMessage() + ".", 2);
        }
        return with(vault -> {
            Optional<char[]> typed = terminal.secret("Token for " + name + " (" + exact + "): ");
            if (typed.isEmpty()) {
                return refuse("No token was given; nothing is changed.", 1);
            }
            try (SecretText secret = SecretText.of(typed.get())) {
                vault.put(name, exact, secret, passphrase ? Optional.of(VaultLock.PASSPHRASE) : Optional.empty());
            } finally {
                Arrays.fill(typed.get(), '\0');
            }
            out.println("Stored " + name + " for " + exact + ".");
            return 0;
        });
    }

    @Command(name = "list", mixinStandardHelpOptions = true, description = "Names and addresses of what is stored, without the tokens.")
    int list() {
        return with(vault -> {
            List<Vault.Listed> all = vault.list();
            if (all.isEmpty()) {
                out.println("The vault is empty.");
            }
            all.forEach(one -> out.println(one.name() + "  " + one.origin()));
            return 0;
        });
    }

    @Command(name = "remove", mixinStandardHelpOptions = true, description = "Remove one token.")
    int remove(@Parameters(paramLabel = "NAME") String name) {
        return with(vault -> {
            if (!vault.remove(name)) {
                return refuse("The vault holds nothing of that name.", 1);
            }
            out.println("Removed " + name + ".");
            return 0;
        });
    }

    @Command(name = "forget-everything", mixinStandardHelpOptions = true, description = "Remove everything that the console has put on this machine: the vault and its key, caches, history, settings.")
    int forgetEverything(
            @Option(names = "--yes", description = "Do not ask.") boolean yes) {
        Belongings all = belongings.get();
        out.println("Goes:");
        all.goes().forEach(line -> out.println("  " + line));
        out.println("Stays:");
        all.stays().forEach(line -> out.println("  " + line));
        if (!yes && !terminal.line("Type “" + FORGET + "”: ").orElse("").strip().equalsIgnoreCase(FORGET)) {
            return refuse("Nothing was removed. Type “" + FORGET + "”, or give --yes.", 1);
        }
        if (!Files.isDirectory(all.folders().data())) {
            // There is no console to run on it, and no vault; settings, cache and the start at login may be there.
            return told(all.forgetTheRest());
        }
        try {
            Optional<FolderLock> lock = FolderLock.take(all.folders().data());
            if (lock.isEmpty()) {
                return refuse("A console is running on " + all.folders().data() + ". Close it first.", 1);
            }
            lock.get().close();
        } catch (IOException unusable) {
            return refuse(IoWords.of(unusable) + ".", 1);
        }
        return with(vault -> told(all.forget(vault, true)));
    }

    private int told(List<String> left) {
        left.forEach(err::println);
        out.println(left.isEmpty() ? "Everything is gone." : "Everything else is gone.");
        return left.isEmpty() ? 0 : 1;
    }

    private int with(Work work) {
        try (Vault vault = opening.open()) {
            int code = work.on(vault);
            vault.notice().ifPresent(err::println);
            return code;
        } catch (VaultProblem problem) {
            return refuse(problem.sentence(), 1);
        } catch (IOException unusable) {
            return refuse(IoWords.of(unusable) + ".", 1);
        }
    }

    private int refuse(String sentence, int code) {
        err.println(sentence);
        return code;
    }
}
