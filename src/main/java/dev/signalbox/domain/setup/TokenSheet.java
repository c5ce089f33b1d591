package dev.signalbox.domain.setup;

import java.time.Instant;
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

    public TokenSheet {
        abilities = List.copyOf(abilities);
        notes = List.copyOf(notes);
    }

    /// What is certainly missing.
    public List<Ability> missing() {
        return abilities.stream().filter(ability -> ability.state() == Told.NO).toList();
    }
}
