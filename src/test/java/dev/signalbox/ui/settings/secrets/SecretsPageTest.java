package dev.signalbox.ui.settings.secrets;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.settings.Setting;
import dev.signalbox.ui.theme.Theme;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import javafx.scene.Node;
import javafx.scene.Parent;
import javafx.scene.control.Button;
import javafx.scene.control.Label;
import javafx.scene.control.TextField;
import javafx.scene.control.ToggleButton;
import javafx.scene.layout.Region;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SecretsPageTest {

    private static final Farewell.Look LOOK = new Farewell.Look(
            List.of(
                    "/home/ann/.local/share/signalbox/secrets.vault, the vault with all tokens in it",
                    "/home/ann/.local/share/signalbox/history.db, the journal of everything that was done here, and the"
                            + " history of runs",
                    "The vault’s key in the system’s key ring, where it lies there"),
            List.of("Your tokens at GitHub and GitLab: they are valid until you revoke them there"));

    private final List<String> said = new ArrayList<>();
    private Duration lock = Duration.ofMinutes(5);

    private final SecretsPage page = page("");

    private SecretsPage page(String obstacle) {
        return new SecretsPage(
                () -> said.add("vault"), () -> lock,
                after -> {
                    lock = after;
                    said.add("lock " + after);
                },
                () -> said.add("forget"), obstacle);
    }

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    private Region control(String id) {
        return Fx.run(() -> setting(page, id).control().get());
    }

    private static Setting setting(SecretsPage page, String id) {
        return page.page().settings().stream().filter(s -> s.id().equals(id)).findFirst().orElseThrow();
    }

    private ForgetSheet sheet() {
        return Fx.run(() -> new ForgetSheet(
                new Farewell() {
                    @Override
                    public String obstacle() {
                        return "";
                    }

                    @Override
                    public Look look() {
                        return LOOK;
                    }

                    @Override
                    public void forget() {
                        said.add("forgotten");
                    }
                },
                Runnable::run, Runnable::run));
    }

    private static <T extends Node> T node(ForgetSheet sheet, String id, Class<T> kind) {
        return Objects.requireNonNull(kind.cast(Fx.run(() -> sheet.node().lookup("#" + id))));
    }

    private static List<String> words(Parent parent) {
        List<String> all = new ArrayList<>();
        for (Node child : parent.getChildrenUnmodifiable()) {
            if (child instanceof Label label) {
                all.add(label.getText());
            } else if (child instanceof Parent inner) {
                all.addAll(words(inner));
            }
        }
        return all;
    }

    @Test
    void leadsToTheVaultAndToTheEnd() {
        Region vault = control("vault");
        Region forget = control("forget");
        Fx.act(((Button) vault)::fire);
        Fx.act(((Button) forget)::fire);
        assertThat(said).containsExactly("vault", "forget");
    }

    @Test
    void whereNothingCanBeForgottenThePageSaysWhy() {
        Setting forget = setting(page("Another console has that folder."), "forget");
        Button button = Fx.run(() -> (Button) forget.control().get());
        Fx.act(button::fire);
        assertThat(forget.explanation()).endsWith("Another console has that folder.");
        assertThat(button.isDisabled()).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void theLockIsChosenAndShown() {
        Region choice = control("lock");
        List<ToggleButton> all = Fx.run(() -> choice.getChildrenUnmodifiable().stream()
                .map(ToggleButton.class::cast)
                .toList());
        assertThat(all).extracting(ToggleButton::getText).containsExactly(
                "After 1 minute", "After 5 minutes", "After 15 minutes", "After 60 minutes", "After sleep only");
        assertThat(all.get(1).isSelected()).isTrue();
        Fx.act(all.get(4)::fire);
        assertThat(lock).isZero();
        assertThat(said).containsExactly("lock PT0S");
    }

    @Test
    void isFoundByOtherWords() {
        assertThat(page.page().settings().stream().flatMap(s -> s.words().stream()))
                .contains("passphrase", "keyring", "auto-lock", "uninstall");
    }

    @Test
    void nothingIsForgottenBeforeTheWordsAreTyped() {
        ForgetSheet sheet = sheet();
        Fx.act(sheet::show);
        Button go = node(sheet, "forget-go", Button.class);
        TextField typed = node(sheet, "forget-typed", TextField.class);
        assertThat(go.isDisabled()).isTrue();
        Fx.act(() -> typed.setText("forget"));
        Fx.act(go::fire);
        assertThat(said).isEmpty();
        Fx.act(() -> typed.setText("Forget everything "));
        assertThat(go.isDisabled()).isFalse();
        Fx.act(go::fire);
        assertThat(said).containsExactly("forgotten");
        assertThat(sheet.open().getValue()).isFalse();
    }

    @Test
    void escKeepsEverythingAndForgetsTheWords() {
        ForgetSheet sheet = sheet();
        Fx.act(sheet::show);
        TextField typed = node(sheet, "forget-typed", TextField.class);
        Fx.act(() -> typed.setText("forget everything"));
        Fx.act(sheet::dismiss);
        Fx.act(sheet::show);
        assertThat(node(sheet, "forget-go", Button.class).isDisabled()).isTrue();
        assertThat(said).isEmpty();
    }

    @Test
    void saysWhatGoesAndWhatStays(@TempDir Path folder) {
        String wanted = System.getProperty("signalbox.pictures", "");
        Path target = wanted.isEmpty() ? folder : Path.of(wanted);
        for (Theme theme : Theme.values()) {
            ForgetSheet sheet = sheet();
            Fx.act(sheet::show);
            Path file = target.resolve("forget-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            Fx.picture(() -> (Parent) sheet.node(), theme, 760, 420, file);
            assertThat(file).isNotEmptyFile();
            assertThat(words((Parent) sheet.node())).containsAll(LOOK.goes()).containsAll(LOOK.stays());
        }
    }
}
