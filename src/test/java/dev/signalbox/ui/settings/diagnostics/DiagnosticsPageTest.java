package dev.signalbox.ui.settings.diagnostics;

import static org.assertj.core.api.Assertions.assertThat;

import dev.signalbox.testing.Fx;
import dev.signalbox.ui.theme.Theme;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;
import javafx.scene.Node;
import javafx.scene.control.Button;
import javafx.scene.control.TextArea;
import javafx.scene.layout.Region;
import javafx.stage.Stage;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class DiagnosticsPageTest {

    private static final List<Report.Part> PARTS = List.of(
            new Report.Part("about.txt", "Signalbox 0.1\nJava 25"), new Report.Part("log.txt", "nothing"));

    private final List<String> saved = new ArrayList<>();
    private Optional<Path> place = Optional.of(Path.of("/somewhere/report.zip"));
    private boolean full;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Region control;

    @SuppressWarnings("NullAway.Init") // made before each test
    private Stage stage;

    @BeforeAll
    static void startToolkit() {
        Fx.start();
    }

    @BeforeEach
    void make() {
        control = Fx.run(this::page);
        stage = Fx.show(() -> control, 760, 480);
    }

    @AfterEach
    void close() {
        Fx.act(stage::close);
    }

    private Region page() {
        Report report = new Report() {
            @Override
            public List<Part> gather() {
                return PARTS;
            }

            @Override
            public void save(List<Part> parts, Path file) throws IOException {
                if (full) {
                    throw new IOException("full");
                }
                saved.add(file + " " + parts.size());
            }
        };
        return new DiagnosticsPage(report, Runnable::run, Runnable::run, () -> place).page().settings().getFirst()
                .control().get();
    }

    private <T extends Node> T node(String id, Class<T> kind) {
        return Objects.requireNonNull(kind.cast(Fx.run(() -> control.lookup("#" + id))));
    }

    private void press(String id) {
        Fx.act(() -> node(id, Button.class).fire());
    }

    @Test
    void nothingIsSavedThatWasNotShown() {
        assertThat(node("diagnostics-save", Button.class).isDisabled()).isTrue();
        press("diagnostics-save");
        assertThat(saved).isEmpty();
        press("diagnostics-gather");
        assertThat(node("diagnostics-text", TextArea.class).getText())
                .contains("about.txt").contains("Java 25").contains("log.txt").contains("nothing");
        press("diagnostics-save");
        assertThat(saved).containsExactly("/somewhere/report.zip 2");
    }

    @Test
    void whoChoosesNoPlaceSavesNothing() {
        place = Optional.empty();
        press("diagnostics-gather");
        press("diagnostics-save");
        assertThat(saved).isEmpty();
    }

    @Test
    void aFailureIsTold() {
        full = true;
        press("diagnostics-gather");
        press("diagnostics-save");
        assertThat(saved).isEmpty();
        assertThat(Fx.run(() -> control.lookupAll(".label").stream().map(Object::toString).toList()).toString())
                .contains("could not be saved");
    }

    @Test
    void theTextCannotBeChanged() {
        assertThat(node("diagnostics-text", TextArea.class).isEditable()).isFalse();
    }

    @Test
    void looksLikeThis(@TempDir Path folder) {
        String wanted = System.getProperty("signalbox.pictures", "");
        Path target = wanted.isEmpty() ? folder : Path.of(wanted);
        for (Theme theme : Theme.values()) {
            Path file = target.resolve("diagnostics-" + theme.name().toLowerCase(Locale.ROOT) + ".png");
            Fx.picture(this::page, theme, 760, 480, file);
            assertThat(file).isNotEmptyFile();
        }
    }
}
