package dev.signalbox.domain.setup;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// Whose token it is and what it may do, as far as can be known without changing anything.
///
/// @param person the account's name, made safe to show
/// @param kind what sort of token it is, in the provider's words
/// @param expiresAt when it ends, if the server tells
/// @param abilities one for each thing that the console does, in the order of [Ability.What]
/// @param notes what else is worth knowing, a sentence each
public record TokenSheet(
        String person, String kind, @Nullable Instant expiresAt, List<Ability> abilities, List<String> notes) {

    private static final String SHORT = "This token was given for a while only, often for hours, and is not renewed by"
            + " itself: sign in again when it has ended, or give a token that lasts.";

    private static final String RENEWED =
            "This token is given for a while only, often for hours. The console renews it by"
                    + " itself.";

    public TokenSheet {
        abilities = List.copyOf(abilities);
        notes = List.copyOf(notes);
    }

    /// The same of a token that is renewed by itself, so that its own end is of no account.
    public TokenSheet renewed() {
        List<String> more = new ArrayList<>(notes);
        more.add(RENEWED);
        return new TokenSheet(person, kind, expiresAt, abilities, more);
    }

    /// The same of a token that was given for a while only, and that nothing renews.
    ///
    /// @param end absent for one that was given without an end
    public TokenSheet givenUntil(@Nullable Instant end) {
        if (end == null) {
            return this;
        }
        List<String> more = new ArrayList<>(notes);
        more.add(SHORT);
        return new TokenSheet(person, kind, expiresAt == null ? end : expiresAt, abilities, more);
    }

    /// What is certainly missing.
    public List<Ability> missing() {
        return abilities.stream().filter(ability -> ability.state() == Told.NO).toList();
    }
}
