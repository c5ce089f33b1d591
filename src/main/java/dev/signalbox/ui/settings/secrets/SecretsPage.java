package dev.signalbox.ui.settings.secrets;

import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.settings.SettingsPage;
import dev.signalbox.ui.widget.Buttons;
import dev.signalbox.ui.widget.Choice;
import java.time.Duration;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Supplier;
import javafx.scene.control.Button;
import javafx.scene.layout.Region;
import org.kordamp.ikonli.feather.Feather;

/// Tokens on this machine: the vault, when it locks itself, and the end of all of it.
public final class SecretsPage {

    private static final List<Duration> LOCKS = List.of(
            Duration.ofMinutes(1), Duration.ofMinutes(5), Duration.ofMinutes(15), Duration.ofHours(1), Duration.ZERO);

    private static final int LONGEST = 500;

    private final Runnable vault;
    private final Supplier<Duration> lock;
    private final Consumer<Duration> change;
    private final Runnable forget;
    private final String obstacle;

    /// @param vault shows how the vault stands
    /// @param lock after how long without input it locks itself; zero for never
    /// @param change takes another
    /// @param forget shows the sheet on which everything is forgotten
    /// @param obstacle why nothing can be forgotten here, as a sentence; empty when everything can
    public SecretsPage(
            Runnable vault, Supplier<Duration> lock, Consumer<Duration> change, Runnable forget, String obstacle) {
        this.vault = vault;
        this.lock = lock;
        this.change = change;
        this.forget = forget;
        this.obstacle = SafeText.line(obstacle, LONGEST);
    }

    public SettingsPage page() {
        return new SettingsPage("secrets", "Secrets", "fth-lock", List.of(
                new Setting(
                        "vault", "Vault",
                        "One encrypted file that holds tokens, each for one address. Its key lies in the system’s key"
                                + " ring, or is made of a passphrase: here both can be changed.",
                        List.of("token", "passphrase", "key ring", "keyring", "password", "unlock"),
                        () -> Buttons.of("secrets-vault", Feather.LOCK, "Look at the vault…", vault)),
                new Setting(
                        "lock", "Lock the vault",
                        "Without input for this long, and whenever the machine has slept, the vault’s key is wiped from"
                                + " memory: storing or changing a token then asks for it anew. Connections go on with"
                                + " the tokens that they have.",
                        List.of("auto-lock", "idle", "minutes", "sleep"), this::locks),
                new Setting(
                        "forget", "Forget everything",
                        "Removes the vault, its key, caches, history, settings and everything else that this console"
                                + " has put on this machine. "
                                + (obstacle.isEmpty() ? "Says before what goes and what stays." : obstacle),
                        List.of("delete", "remove", "uninstall", "reset", "wipe"),
                        this::end)));
    }

    private Region end() {
        Button button = Buttons.of("secrets-forget", "Forget everything…", forget, "soft-danger");
        button.setDisable(!obstacle.isEmpty());
        return button;
    }

    private Region locks() {
        Choice<Duration> choice = new Choice<>("secrets-lock", "Lock the vault", LOCKS, SecretsPage::words);
        choice.choose(lock.get());
        choice.chosenProperty().addListener((property, before, now) -> {
            if (now != null && !now.equals(lock.get())) {
                change.accept(now);
            }
        });
        return choice;
    }

    private static String words(Duration after) {
        return after.isZero()
                ? "After sleep only"
                : after.toMinutes() == 1 ? "After 1 minute" : "After " + after.toMinutes() + " minutes";
    }
}
