package dev.signalbox.ui.vault;

import dev.signalbox.domain.VaultStanding;
import java.util.Optional;

/// What the banner over the screens says about the vault. Pure.
public final class VaultSign {

    private VaultSign() {}

    /// A sentence when somebody should look: connections wait for a person, or something is wrong.
    public static Optional<String> banner(VaultStanding vault) {
        VaultCard card = VaultRows.of(vault);
        String waiting = card.waiting().isEmpty() ? "" : " " + card.waiting();
        return switch (vault.kind()) {
            case UNUSED, OPEN, SHUT ->
                    card.notice().isEmpty() ? Optional.empty() : Optional.of(card.notice());
            case OPENING -> vault.problem().isEmpty() ? Optional.empty() : Optional.of(card.words() + waiting);
            default -> Optional.of(card.words() + waiting);
        };
    }
}
