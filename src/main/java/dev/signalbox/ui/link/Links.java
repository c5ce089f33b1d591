package dev.signalbox.ui.link;

import dev.signalbox.domain.link.DeepLink;
import dev.signalbox.domain.link.DeepLinks;
import dev.signalbox.state.ConsoleState;
import dev.signalbox.ui.shell.Place;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.BooleanSupplier;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/// Goes where links lead, when that disturbs nobody: one waits at most, the newest; one is followed per second at most;
/// none while something lies over the window, since a person may be about to confirm there. What a link leads to may not
/// be read yet; after a while the console gives up and says so. On the screen's thread.
public final class Links {

    private static final Duration APART = Duration.ofSeconds(1);

    /// After this a person has forgotten that they clicked.
    private static final Duration LONGEST_WAIT = Duration.ofMinutes(1);

    /// How long the nearest place may take to become known before a place near it does as well.
    private static final Duration NEAREST_ONLY = Duration.ofSeconds(10);

    private final Predicate<Place> reach;
    private final BooleanSupplier covered;
    private final Consumer<String> say;
    private ConsoleState state = ConsoleState.EMPTY;
    private @Nullable DeepLink waiting;
    private @Nullable Instant since;
    private @Nullable Instant followed;

    /// @param reach goes to a place, and says whether some screen has it
    /// @param covered whether something lies over the window
    /// @param say tells a person something in a sentence
    public Links(Predicate<Place> reach, BooleanSupplier covered, Consumer<String> say) {
        this.reach = reach;
        this.covered = covered;
        this.say = say;
    }

    /// Takes a link from outside; what is none is not followed.
    public void offer(String text) {
        Optional<DeepLink> link = DeepLinks.parse(text);
        if (link.isPresent()) {
            waiting = link.get();
            since = null;
        } else {
            say.accept("What was opened is no link of this console.");
        }
    }

    /// Takes what is known now, and follows the link that waits if it can.
    public void show(ConsoleState newest, Instant now) {
        state = newest;
        DeepLink link = waiting;
        if (link == null) {
            return;
        }
        Instant from = since == null ? now : since;
        since = from;
        boolean soon = followed != null && now.isBefore(followed.plus(APART)) && !now.isBefore(followed);
        if (!covered.getAsBoolean() && !soon && isFollowed(link, now.isAfter(from.plus(NEAREST_ONLY)))) {
            waiting = null;
            followed = now;
        } else if (now.isAfter(from.plus(LONGEST_WAIT))) {
            waiting = null;
            say.accept("The link leads to something that this console does not have.");
        }
    }

    private boolean isFollowed(DeepLink link, boolean near) {
        return LinkPlaces.places(link, state).stream().limit(near ? Long.MAX_VALUE : 1).anyMatch(reach);
    }

    /// The same for a state that is given.
    public static Optional<String> to(Place place, ConsoleState state) {
        return LinkPlaces.link(place, state).map(DeepLinks::text);
    }

    /// The link to a place here, as other people's consoles understand it; absent where there is none.
    public Optional<String> to(Place place) {
        return to(place, state);
    }
}
