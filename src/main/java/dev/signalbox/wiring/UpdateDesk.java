package dev.signalbox.wiring;

import dev.signalbox.domain.RemoteProblem;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.domain.update.LastLook;
import dev.signalbox.domain.update.PublishedVersion;
import dev.signalbox.domain.update.Version;
import dev.signalbox.port.RemoteFailure;
import dev.signalbox.port.Updates;
import dev.signalbox.ui.settings.updates.UpdateCheck;
import dev.signalbox.ui.words.Problems;
import dev.signalbox.wiring.SavedUpdates.Kept;
import java.net.URI;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.function.Function;
import javafx.beans.property.ReadOnlyObjectProperty;
import javafx.beans.property.ReadOnlyObjectWrapper;
import org.jspecify.annotations.Nullable;

/// Looks for newer versions when somebody asks, or once a day when somebody switched that on, and tells. Chosen on the
/// screen's thread; asks beside it.
final class UpdateDesk implements UpdateCheck {

    /// How often it is seen whether a look is due; that costs nothing.
    static final Duration EVERY = Duration.ofMinutes(10);

    private static final int LONGEST = 300;

    private final SavedUpdates saved;
    private final Function<String, Updates> feeds;
    private final InstantSource clock;
    private final Executor workers;
    private final Executor fx;
    private final Consumer<URI> browser;
    private final String fixed;
    private final ReadOnlyObjectWrapper<Standing> standing;
    private Kept kept;
    private boolean looking;
    private String refused = "";
    private volatile Consumer<PublishedVersion> news = version -> {};

    /// @param feeds whom to ask at an address; throws an IllegalArgumentException with a sentence where it is of no use
    /// @param browser opens a page
    /// @param fixed why nothing can be looked for here, in a sentence; empty when it can
    UpdateDesk(
            SavedUpdates saved, Function<String, Updates> feeds, InstantSource clock, Executor workers, Executor fx,
            Consumer<URI> browser, String fixed) {
        this.saved = saved;
        this.feeds = feeds;
        this.clock = clock;
        this.workers = workers;
        this.fx = fx;
        this.browser = browser;
        this.fixed = fixed;
        kept = fixed.isEmpty() ? saved.read() : Kept.USUAL;
        standing = new ReadOnlyObjectWrapper<>(now());
    }

    /// Tells of a version that is newer than the given one, once, when it is first heard of. On the screen's thread.
    void tell(Version own, Consumer<PublishedVersion> told) {
        news = version -> {
            if (version.version().isNewerThan(own)) {
                told.accept(version);
            }
        };
    }

    @Override
    public ReadOnlyObjectProperty<Standing> standing() {
        return standing.getReadOnlyProperty();
    }

    @Override
    public void choose(Wanted wanted) {
        keep(new Kept(wanted == Wanted.DAILY, current().where(), current().last()), "");
        step();
    }

    @Override
    public void askAt(String where) {
        String why = where.isEmpty() ? "" : refusal(where);
        if (!why.isEmpty()) {
            keep(current(), why);
        } else if (!where.equals(current().where())) {
            // What was heard elsewhere says nothing about this address.
            keep(new Kept(current().on(), where, null), "");
            step();
        } else {
            keep(current(), "");
        }
    }

    private String refusal(String where) {
        try {
            Updates unused = feeds.apply(where);
            return "";
        } catch (IllegalArgumentException useless) {
            return useless.getMessage() + ".";
        }
    }

    @Override
    public void openPage() {
        LastLook last = current().last();
        PublishedVersion found = last == null ? null : last.found();
        if (found != null) {
            browser.accept(found.page());
        }
    }

    /// Looks if that is wanted and a day has passed. From any thread.
    void step() {
        Kept at = current();
        LastLook last = at.last();
        if (at.on() && (last == null || last.isOver(clock.instant()))) {
            look();
        }
    }

    @Override
    public void look() {
        Kept before;
        synchronized (this) {
            if (looking || !fixed.isEmpty() || kept.where().isEmpty()) {
                return;
            }
            looking = true;
            before = kept;
        }
        show();
        workers.execute(() -> end(before, asked(before)));
    }

    private LastLook asked(Kept before) {
        Instant at = clock.instant();
        try {
            return new LastLook(at, feeds.apply(before.where()).newest(), "");
        } catch (RemoteFailure failure) {
            return new LastLook(at, known(before), SafeText.line(words(failure.problem(), at), LONGEST));
        } catch (IllegalArgumentException useless) {
            return new LastLook(at, known(before), useless.getMessage() + ".");
        }
    }

    private static String words(RemoteProblem problem, Instant now) {
        return problem instanceof RemoteProblem.NotFound
                ? "No release is published there, or not for everybody."
                : Problems.sentence(problem, now);
    }

    private static @Nullable PublishedVersion known(Kept kept) {
        LastLook last = kept.last();
        return last == null ? null : last.found();
    }

    private void end(Kept before, LastLook after) {
        synchronized (this) {
            looking = false;
            if (kept.where().equals(before.where())) {
                kept = new Kept(kept.on(), kept.where(), after);
                saved.write(kept);
            }
        }
        show();
        PublishedVersion found = after.found();
        if (found != null && !found.equals(known(before))) {
            fx.execute(() -> news.accept(found));
        }
    }

    private synchronized Kept current() {
        return kept;
    }

    private void keep(Kept wanted, String why) {
        boolean changed;
        synchronized (this) {
            changed = !kept.equals(wanted);
            kept = wanted;
            refused = why;
        }
        show();
        if (changed) {
            workers.execute(() -> {
                synchronized (this) {
                    saved.write(kept);
                }
            });
        }
    }

    private synchronized Standing now() {
        return new Standing(
                kept.on() ? Wanted.DAILY : Wanted.NEVER, kept.where(), fixed, looking, kept.last(), refused);
    }

    /// The newest standing is shown, whichever call of this comes last.
    private void show() {
        fx.execute(() -> standing.set(now()));
    }
}
