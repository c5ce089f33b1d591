package dev.signalbox.ui.vault;

import static dev.signalbox.testing.SampleStates.NOW;
import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Kind;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.VaultStanding.Wanted;
import dev.signalbox.testing.Fx;
import dev.signalbox.testing.SampleStates;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.beans.property.BooleanProperty;
import javafx.beans.property.SimpleBooleanProperty;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.PasswordField;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class VaultSheetTest {

    private static final VaultStanding WAITS = VaultStanding.UNUSED.waitedFor(List.of("work"));

    private final List<String> said = new ArrayList<>();
    private final BooleanProperty open = new SimpleBooleanProperty(false);

    @SuppressWarnings("NullAway.Init") // made before each test
    private VaultSheet sheet;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void make() {
        sheet = Fx.run(() -> new VaultSheet(new Said(said), open));
        stage = Fx.show(() -> sheet.node(), 640, 420);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private void look(VaultStanding vault) {
        Fx.act(() -> sheet.show(SampleStates.full().vault(vault).state(), NOW));
    }

    private static VaultStanding asks(long number, Wanted wanted, String refused) {
        return WAITS.asking(new Question(number, wanted, "Token for work (https://github.com)", refused));
    }

    private <T extends Node> T node(String id, Class<T> kind) {
        return Objects.requireNonNull(kind.cast(Fx.run(() -> sheet.node().lookup("#" + id))));
    }

    private void type(String id, String text) {
        Fx.act(() -> node(id, PasswordField.class).setText(text));
    }

    private void press(String id) {
        Fx.act(() -> node(id, Button.class).fire());
    }

    @Test
    void opensByItselfWhenSomebodyIsAskedAndOnlyThen() {
        look(WAITS.become(Kind.RING_LOCKED, "Locked."));
        assertThat(open.get()).isFalse();
        look(asks(1, Wanted.PASSPHRASE, ""));
        assertThat(open.get()).isTrue();
        assertThat(node("vault-typed", PasswordField.class).isVisible()).isTrue();
    }

    @Test
    void givesWhatWasTypedAndKeepsNothingOfIt() {
        look(asks(7, Wanted.PASSPHRASE, ""));
        assertThat(node("vault-give", Button.class).isDisabled()).isTrue();
        type("vault-typed", "correct horse");
        press("vault-give");
        assertThat(said).containsExactly("give 7 correct horse");
        assertThat(node("vault-typed", PasswordField.class).getText()).isEmpty();
    }

    @Test
    void aNewPassphraseIsTypedTwiceAlike() {
        look(asks(1, Wanted.NEW_PASSPHRASE, ""));
        type("vault-typed", "long enough");
        assertThat(node("vault-give", Button.class).isDisabled()).isTrue();
        type("vault-typed-again", "long enougH");
        assertThat(node("vault-give", Button.class).isDisabled()).isTrue();
        press("vault-give");
        assertThat(said).isEmpty();
        type("vault-typed-again", "long enough");
        press("vault-give");
        assertThat(said).containsExactly("give 1 long enough");
    }

    @Test
    void aShortPassphraseCannotBeChosen() {
        look(asks(1, Wanted.NEW_PASSPHRASE, ""));
        type("vault-typed", "short");
        type("vault-typed-again", "short");
        assertThat(node("vault-give", Button.class).isDisabled()).isTrue();
    }

    @Test
    void asksAgainWithTheReason() {
        look(asks(1, Wanted.PASSPHRASE, ""));
        type("vault-typed", "half ty");
        look(asks(2, Wanted.PASSPHRASE, "This passphrase does not open the vault."));
        assertThat(node("vault-typed", PasswordField.class).getText()).as("a new question").isEmpty();
        assertThat(node("vault-refused", Node.class).isVisible()).isTrue();
        assertThat(node("vault-refused", Node.class).getAccessibleText()).contains("does not open");
    }

    @Test
    void theClockDoesNotDisturbWhoTypes() {
        look(asks(1, Wanted.PASSPHRASE, ""));
        type("vault-typed", "half ty");
        look(asks(1, Wanted.PASSPHRASE, ""));
        assertThat(node("vault-typed", PasswordField.class).getText()).isEqualTo("half ty");
    }

    @Test
    void escGivesNoAnswer() {
        look(asks(1, Wanted.TOKEN, ""));
        type("vault-typed", "ghp_half");
        Fx.act(sheet::dismiss);
        assertThat(said).containsExactly("cancel");
        assertThat(open.get()).isFalse();
        assertThat(node("vault-typed", PasswordField.class).getText()).isEmpty();
    }

    @Test
    void goesWhenItIsOpenAndStaysWhenSomethingIsWrong() {
        look(asks(1, Wanted.PASSPHRASE, ""));
        look(WAITS.become(Kind.DAMAGED, "Damaged or changed."));
        assertThat(open.get()).isTrue();
        look(asks(2, Wanted.PASSPHRASE, ""));
        look(WAITS.become(Kind.OPEN, ""));
        assertThat(open.get()).isFalse();
    }

    @Test
    void everyButtonDoesWhatItSays() {
        look(WAITS.become(Kind.OPEN, ""));
        press("vault-lock");
        press("vault-passphrase");
        press("vault-ring");
        look(WAITS.become(Kind.RING_LOCKED, "Locked."));
        press("vault-again");
        press("vault-cancel");
        assertThat(said).containsExactly("lock", "passphrase", "ring", "again", "cancel");
    }

    @Test
    void isInThePalette() {
        assertThat(sheet.entries(SampleStates.full().state(), NOW)).singleElement()
                .satisfies(entry -> assertThat(entry.toString()).contains("Vault"));
    }

    @Test
    void picturesOfEveryState(@TempDir Path folder) {
        String wanted = System.getProperty("signalbox.pictures", "");
        Path target = wanted.isEmpty() ? folder : Path.of(wanted);
        List<VaultStanding> all = new ArrayList<>();
        for (Kind kind : Kind.values()) {
            all.add(kind == Kind.ASKING
                    ? asks(1, Wanted.PASSPHRASE, "This passphrase does not open the vault /home/ann/.local/share/"
                            + "signalbox/secrets.vault.")
                    : WAITS.become(kind, kind == Kind.OPEN || kind == Kind.SHUT || kind == Kind.UNUSED
                            ? ""
                            : "The key ring did not answer within 30 s. Perhaps it asks for its password in a window"
                                    + " that is hidden."));
        }
        all.add(asks(2, Wanted.NEW_PASSPHRASE, ""));
        for (VaultStanding one : all) {
            for (Theme theme : Theme.values()) {
                String name = "vault-" + one.kind() + (one.question() == null ? "" : one.question().wanted()) + "-"
                        + theme;
                Path file = target.resolve(name.toLowerCase(Locale.ROOT) + ".png");
                Fx.picture(
                        () -> {
                            VaultSheet fresh = new VaultSheet(new Said(said), new SimpleBooleanProperty(false));
                            fresh.show(SampleStates.full().vault(one).state(), NOW);
                            return (javafx.scene.Parent) fresh.node();
                        },
                        theme, 640, 300, file);
                assertThat(file).isNotEmptyFile();
            }
        }
    }

    /// Writes down what it is told.
    private record Said(List<String> said) implements VaultAnswers {

        @Override
        public void give(long number, char[] typed) {
            said.add("give " + number + " " + new String(typed));
        }

        @Override
        public void cancel() {
            said.add("cancel");
        }

        @Override
        public void again() {
            said.add("again");
        }

        @Override
        public void lock() {
            said.add("lock");
        }

        @Override
        public void usePassphrase() {
            said.add("passphrase");
        }

        @Override
        public void useKeyRing() {
            said.add("ring");
        }
    }
}
