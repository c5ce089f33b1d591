package dev.signalbox.wiring;

import dev.signalbox.desktop.Folders;
import dev.signalbox.domain.setup.HiddenText;
import dev.signalbox.secrets.SecretText;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.wiring.config.ConsoleConfig.TeamRepository;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.Optional;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/// The token of the team file in the vault.
///
/// @param before what is followed now; absent when nothing is
record TeamToken(VaultInWindow vault, Folders folders, @Nullable TeamRepository before) {

    /// Keeps a token in place of the one before, then has the configuration written. Whatever a person is asked for is asked
    /// before anything is changed, and where the configuration is not written the token before is back.
    ///
    /// @param origin where the token may be sent
    /// @param write gives why it was not written, as a sentence; empty when it was
    /// @return why nothing was changed, as a sentence; empty when all was
    String keep(HiddenText token, String origin, Supplier<String> write) {
        char[] typed = token.reveal().toCharArray();
        try (SecretText secret = SecretText.of(typed); Former former = new Former()) {
            vault.use(folders, open -> {
                former.take(open, before);
                put(open, origin, secret);
            });
            String unwritten = write.get();
            return unwritten.isEmpty() ? "" : unwritten + putBack(former);
        } catch (VaultProblem problem) {
            return "The token could not be kept. " + problem.sentence();
        } finally {
            Arrays.fill(typed, '\0');
        }
    }

    /// Who closes the console meanwhile interrupts this, too: it is done all the same.
    private String putBack(Former former) {
        boolean stopped = Thread.interrupted();
        try {
            vault.use(folders, former::putInto);
            return "";
        } catch (VaultProblem problem) {
            return " The token before could not be put back. " + problem.sentence();
        } finally {
            if (stopped) {
                Thread.currentThread().interrupt();
            }
        }
    }

    /// A first vault without a key ring gets a passphrase, which is asked for twice in the window.
    private void put(Vault open, String origin, SecretText secret) throws VaultProblem {
        try {
            open.put(TeamRepository.NAME, origin, secret, Optional.empty());
        } catch (VaultProblem problem) {
            boolean ringless = switch (problem.kind()) {
                case RING_ABSENT, RING_FAILED, RING_SILENT -> true;
                default -> false;
            };
            if (!ringless || Files.exists(folders.data().resolve(VaultPlace.FILE))) {
                throw problem;
            }
            open.put(TeamRepository.NAME, origin, secret, Optional.of(VaultLock.PASSPHRASE));
        }
    }

    /// Removes the token that was in the vault, if one was.
    ///
    /// @return what there is to be told, as sentences; empty when it is gone
    String forget() {
        if (!isInVault(before)) {
            return "";
        }
        try {
            vault.use(folders, open -> open.remove(TeamRepository.NAME));
            return "";
        } catch (VaultProblem problem) {
            return "It counts from the next start, but the token of before is still in the vault. "
                    + problem.sentence();
        }
    }

    private static boolean isInVault(@Nullable TeamRepository team) {
        return team != null && team.token() instanceof TokenSource.Vault;
    }

    /// The token before, while another one takes its place.
    private static final class Former implements AutoCloseable {

        private @Nullable SecretText secret;
        private String origin = "";

        void take(Vault open, @Nullable TeamRepository team) throws VaultProblem {
            close();
            if (team == null || !isInVault(team)) {
                return;
            }
            origin = TriedTeamFile.origin(team.repository());
            try {
                secret = open.take(TeamRepository.NAME, origin);
            } catch (VaultProblem problem) {
                if (problem.kind() != VaultProblem.Kind.UNKNOWN && problem.kind() != VaultProblem.Kind.OTHER_ORIGIN) {
                    throw problem;
                }
            }
        }

        void putInto(Vault open) throws VaultProblem {
            SecretText mine = secret;
            if (mine == null) {
                open.remove(TeamRepository.NAME);
            } else {
                open.put(TeamRepository.NAME, origin, mine, Optional.empty());
            }
        }

        @Override
        public void close() {
            SecretText mine = secret;
            secret = null;
            if (mine != null) {
                mine.close();
            }
        }
    }
}
