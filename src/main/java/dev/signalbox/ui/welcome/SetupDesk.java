package dev.signalbox.ui.welcome;

import dev.signalbox.domain.setup.BoardProposal;
import dev.signalbox.domain.setup.Chosen;
import dev.signalbox.domain.setup.ContextChoice;
import dev.signalbox.domain.setup.ContextList;
import dev.signalbox.domain.setup.DeviceCode;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.domain.setup.Host;
import dev.signalbox.domain.setup.NamespaceList;
import dev.signalbox.domain.setup.RepositoryChoice;
import dev.signalbox.domain.setup.SignInAnswer;
import dev.signalbox.domain.setup.TokenProgram;
import dev.signalbox.domain.setup.TokenSheet;
import java.net.URI;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// What the steps ask for. All of it may block, and none of it runs on the screen's thread, unless it is said. Whoever does
/// not want to wait any longer interrupts.
public interface SetupDesk {

    /// Why something could not be done, in one or two sentences for people.
    class Trouble extends Exception {

        private static final long serialVersionUID = 1L;

        public Trouble(String sentence) {
            super(sentence);
        }

        /// The sentences.
        String sentence() {
            return String.valueOf(getMessage());
        }
    }

    /// The vault wants a passphrase.
    final class NeedsPassphrase extends Trouble {

        private static final long serialVersionUID = 1L;

        private final boolean fresh;

        /// @param fresh whether one is to be chosen for a new vault
        public NeedsPassphrase(String sentence, boolean fresh) {
            super(sentence);
            this.fresh = fresh;
        }

        boolean isFresh() {
            return fresh;
        }
    }

    /// The server did not answer, or something in between did: perhaps it is reached in another way.
    final class NoAnswer extends Trouble {

        private static final long serialVersionUID = 1L;

        public NoAnswer(String sentence) {
            super(sentence);
        }
    }

    /// Whether an address may be that of a server, and that of a proxy one of a proxy. Returns at once.
    ///
    /// @return what to write instead, in a sentence; empty when it may be one
    String objection(Host host);

    /// The client ID with which somebody has signed in to a server before, or which was set up for it; empty where none is
    /// known. Returns at once.
    String clientId(Host host);

    /// Signs in by a code that somebody types in a browser; comes back when they did.
    ///
    /// @param clientId of the application that is registered at the server
    /// @param begun told the code, on the thread that asks
    SignInAnswer.Granted signIn(Host host, String clientId, Consumer<DeviceCode> begun)
            throws Trouble, InterruptedException;

    /// The tool on this machine that may have a token for the server. Runs nothing and returns at once.
    Optional<TokenProgram> program(Host host);

    /// Runs exactly the line of the program and takes what it prints.
    HiddenText ask(TokenProgram program) throws Trouble, InterruptedException;

    /// What the account's token may do.
    TokenSheet check(Chosen.Account account) throws Trouble, InterruptedException;

    /// What the account can reach.
    ///
    /// @param progress told what was read until now; says whether to go on
    List<RepositoryChoice> repositories(Chosen.Account account, Predicate<List<RepositoryChoice>> progress)
            throws Trouble, InterruptedException;

    /// The same repositories, knowing whether anything was ever deployed from them, as far as could be read.
    List<RepositoryChoice> withDeployments(
            Chosen.Account account, List<RepositoryChoice> of, Predicate<List<RepositoryChoice>> progress)
            throws Trouble, InterruptedException;

    /// Reads kubeconfig files; runs nothing.
    ///
    /// @param given empty for those of this machine
    ContextList contexts(List<Path> given);

    /// The namespaces of a cluster.
    ///
    /// @param allowed fingerprints of credential programs that may run
    NamespaceList namespaces(ContextChoice context, Set<String> allowed) throws InterruptedException;

    /// Reads what runs in the chosen clusters and proposes a board from all that could be read.
    Proposed propose(Chosen chosen) throws Trouble, InterruptedException;

    /// Keeps everything: the tokens in the vault, the board and the configuration in their files; the configuration last,
    /// so that nothing is in force unless all of it was kept.
    ///
    /// @param accepted the board as somebody left it
    /// @param passphrase for the vault where it needs one; blank for none
    /// @throws NeedsPassphrase when the vault cannot be opened or made without one
    void save(Chosen chosen, BoardProposal accepted, HiddenText passphrase) throws Trouble, InterruptedException;

    /// Where [#save] keeps things, for people.
    Places places();

    /// A board as far as the clusters told it.
    ///
    /// @param unread those that told nothing
    record Proposed(BoardProposal board, List<UnreadCluster> unread) {

        public Proposed {
            unread = List.copyOf(unread);
        }
    }

    /// A cluster that could not be read.
    ///
    /// @param why in a sentence for people
    record UnreadCluster(Chosen.Cluster cluster, String why) {}

    /// @param board the board file; absent where none is kept here
    /// @param boardless why none is kept, in a sentence; empty when one is
    /// @param configuration the configuration file
    /// @param vault the encrypted file of secrets
    /// @param replaced those of the files that are there already and would not be added to
    record Places(@Nullable Path board, String boardless, Path configuration, Path vault, Set<Path> replaced) {

        public Places {
            replaced = Set.copyOf(replaced);
        }
    }

    /// Opens a page in the browser: https only. Returns at once.
    void open(URI page);
}
