package dev.signalbox.wiring;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.secrets.Vault;
import dev.signalbox.secrets.VaultLock;
import dev.signalbox.secrets.VaultProblem;
import dev.signalbox.state.Store;
import dev.signalbox.ui.vault.VaultAnswers;
import dev.signalbox.wiring.config.ConsoleConfig.CiAccount;
import dev.signalbox.wiring.config.ConsoleConfig.TokenSource;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Executor;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/// Gets the tokens that are not there at once, beside everything else: a key ring or a person may take as long as they
/// like, and only the connections that need them wait. Tells the state how the vault stands. The vault's key stays in
/// memory until nobody has touched the console for a while, the machine has slept, or a person locks it; then whatever
/// needs the vault opens it anew.
final class VaultDesk implements VaultAnswers, AutoCloseable {

    /// A locked key ring is asked again this often: a person may unlock it in another program.
    private static final Duration AGAIN = Duration.ofSeconds(5);

    /// An answer within this is not worth a word.
    private static final Duration SOON = Duration.ofSeconds(3);

    private static final String NO_ANSWER = "No passphrase was typed. Try again, and you are asked anew.";

    private final Executor workers;
    private final Machine machine;
    private final Questions questions;
    private final AutoLock idle;
    private final LateTokens late;
    private final ToldStanding told;

    private @Nullable Tokens tokens;
    private @Nullable Vault vault;
    private boolean attended;
    private boolean busy;
    private long since;

    VaultDesk(Store store, Executor workers, Machine machine) {
        this.workers = workers;
        this.machine = machine;
        told = new ToldStanding(store);
        questions = new Questions(told::ask, this::ended);
        idle = new AutoLock(machine.clock(), machine.ticker());
        late = new LateTokens(store);
    }

    /// There is a window: questions are asked in it from now on, and no longer in the terminal.
    synchronized void attend() {
        attended = true;
    }

    /// When the vault locks itself.
    AutoLock idle() {
        return idle;
    }

    /// Gets the tokens of these accounts and hands them on, each when it comes. Returns at once.
    ///
    /// @param arrive gets a token or why there is none, on any thread
    synchronized void fetch(Tokens from, List<CiAccount> wanting, BiConsumer<CiAccount, Tokens.Token> arrive) {
        Tokens mine = attended ? from.askedBy(questions) : from;
        tokens = mine;
        late.await(wanting.stream().filter(a -> a.token() instanceof TokenSource.Vault).toList(), arrive);
        if (!late.names().isEmpty()) {
            become(now().waitedFor(late.names()));
            again();
        }
        wanting.stream().filter(a -> !(a.token() instanceof TokenSource.Vault)).forEach(a -> workers.execute(() -> {
            arrive.accept(a, mine.apart(a, wanting));
        }));
    }

    /// The vault, to put tokens into it and take them away; it asks for its key when it is locked. Nothing before the
    /// configuration was read. Blocks when used.
    synchronized @Nullable Vault vault() {
        Tokens from = tokens;
        if (vault == null && from != null) {
            vault = from.vault();
        }
        return vault;
    }

    @Override
    public synchronized void again() {
        Vault open = vault();
        if (busy || open == null) {
            return;
        }
        busy = true;
        since = machine.ticker().getAsLong();
        become(now().become(Kind.OPENING, ""));
        workers.execute(() -> {
            VaultStanding after = now();
            try {
                after = open(open);
            } catch (RuntimeException bug) {
                after = stopped(Kind.FAILED, VaultKinds.oddly(bug));
            } finally {
                done(after.waitedFor(late.names()));
            }
        });
    }

    /// Whatever happened, the next one may use the vault.
    private synchronized void done(VaultStanding after) {
        busy = false;
        since = machine.ticker().getAsLong();
        become(after);
    }

    /// Takes what it can for the accounts that wait.
    private VaultStanding open(Vault open) {
        Optional<LateTokens.Stop> stop = late.takeFrom(open, questions::refuse);
        if (stop.isPresent()) {
            boolean asked = stop.get().kind() == Kind.CANCELLED && attended();
            return stopped(stop.get().kind(), asked ? NO_ANSWER : stop.get().why());
        }
        idle.touched();
        VaultStanding good = now().become(open.lockIfIdle() ? Kind.SHUT : Kind.OPEN, "");
        return open.notice().map(good::noting).orElse(good);
    }

    private VaultStanding stopped(Kind kind, String why) {
        late.trouble(why);
        return now().become(kind, why);
    }

    /// Time goes on: called every second or so.
    void step() {
        boolean lock = idle.isDue();
        synchronized (this) {
            VaultStanding at = now();
            Duration passed = Duration.ofNanos(machine.ticker().getAsLong() - since);
            if (at.kind() == Kind.RING_LOCKED && passed.compareTo(AGAIN) >= 0) {
                again();
            } else if (at.kind() == Kind.OPENING && at.problem().isEmpty() && !told.isAsking()
                    && passed.compareTo(SOON) >= 0) {
                String waits = "The key ring has not answered yet. Perhaps it asks for its password in a window that is"
                        + " hidden.";
                become(at.become(Kind.OPENING, waits));
                late.trouble(waits);
            }
            if (!lock || busy || told.isAskingForVault() || (at.kind() != Kind.OPEN && at.kind() != Kind.SHUT)) {
                return;
            }
        }
        lock();
    }

    /// An account needs the vault while nobody may be there, and only a person can open it: whoever comes sees it.
    ///
    /// @param why what stands against it, as a sentence
    /// @param arrive gets its token when somebody has unlocked the vault
    synchronized void wanted(CiAccount account, Kind kind, String why, BiConsumer<CiAccount, Tokens.Token> arrive) {
        Kind before = now().kind();
        boolean stopped = before == Kind.CANCELLED && kind == Kind.RING_LOCKED
                && late.names().contains(account.id().name());
        if (busy || told.isAskingForVault() || stopped) {
            return;
        }
        since = before == kind ? since : machine.ticker().getAsLong();
        late.await(List.of(account), arrive);
        become(now().waitedFor(late.names()).become(kind, why));
    }

    /// The account has used the vault, so others that wait get theirs. A key that nobody has asked for is wiped again.
    synchronized void served(CiAccount account) {
        late.forget(account);
        Kind before = now().kind();
        Vault open = vault;
        if (busy || told.isAskingForVault() || open == null || before == Kind.OPEN || before == Kind.UNUSED) {
            return;
        }
        if (before != Kind.SHUT && !late.names().isEmpty()) {
            again();
            return;
        }
        become(now().waitedFor(late.names()).become(Kind.SHUT, ""));
        open.close();
    }

    /// Something that should be known though everything works; empty for nothing any more.
    synchronized void note(String words) {
        if (!now().notice().equals(words)) {
            become(now().noting(words));
        }
    }

    /// Why what was typed for somebody who uses the vault was of no use; told with the next question.
    void refuse(String why) {
        questions.refuse(why);
    }

    @Override
    public void give(long number, char[] typed) {
        questions.give(number, typed);
    }

    @Override
    public synchronized void cancel() {
        if (!questions.cancel() && now().kind() == Kind.RING_LOCKED) {
            String stopped = "Nobody waits for the key ring any more. Unlock it, then try again.";
            become(stopped(Kind.CANCELLED, stopped));
        }
    }

    @Override
    public void lock() {
        work(open -> {
            open.close();
            return now().become(Kind.SHUT, "");
        });
    }

    @Override
    public void usePassphrase() {
        rekey(VaultLock.PASSPHRASE, "The vault is opened with the new passphrase from now on.");
    }

    @Override
    public void useKeyRing() {
        rekey(VaultLock.KEY_RING, "The vault’s key lies in the key ring from now on.");
    }

    private void rekey(VaultLock wanted, String done) {
        work(open -> {
            List<String> left = open.rekey(wanted);
            return now().become(Kind.OPEN, "").noting(left.isEmpty() ? done : done + " " + String.join(" ", left));
        });
    }

    private interface Work {

        VaultStanding on(Vault vault) throws VaultProblem;
    }

    private synchronized void work(Work work) {
        Vault open = vault();
        if (busy || open == null) {
            return;
        }
        busy = true;
        VaultStanding before = now();
        workers.execute(() -> {
            VaultStanding after = before;
            try {
                after = work.on(open);
            } catch (VaultProblem problem) {
                after = before.noting(problem.sentence());
            } catch (RuntimeException bug) {
                after = before.noting(VaultKinds.oddly(bug));
            } finally {
                done(after);
            }
        });
    }

    /// Somebody has answered or not. The vault stands as it has become meanwhile; where nobody here asked for its
    /// passphrase, it was for one who uses the vault and tells of it elsewhere.
    private synchronized void ended() {
        boolean elsewhere = told.isAskingForVault() && !busy;
        told.ended(elsewhere ? now().become(vault == null ? Kind.UNUSED : Kind.SHUT, "") : now());
    }

    private synchronized boolean attended() {
        return attended;
    }

    private VaultStanding now() {
        return told.now();
    }

    private void become(VaultStanding after) {
        told.become(after);
    }

    /// Asks nobody any more, and wipes the key.
    @Override
    public void close() {
        questions.close();
        Vault open;
        synchronized (this) {
            open = vault;
        }
        if (open != null) {
            // Somebody may still be asking the key ring with it; the end waits for nobody.
            workers.execute(open::close);
        }
    }
}
