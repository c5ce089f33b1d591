package dev.signalbox.ui.theme;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.regex.Pattern;
import javafx.scene.paint.Color;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ThemeTest {

    private static final Pattern TOKEN = Pattern.compile("(-sb-[a-z0-9-]+): ([^;]+);");

    @Test
    void bothThemesDefineTheSameNames() {
        assertThat(tokens("light.css").keySet()).isEqualTo(tokens("dark.css").keySet());
    }

    @Test
    void everyNameThatTheSheetsUseIsDefined() {
        for (String sheet : new String[] {"console.css", "modena-names.css"}) {
            assertThat(Pattern.compile("-sb-[a-z0-9-]+").matcher(read(sheet)).results().map(r -> r.group()).distinct())
                    .as(sheet)
                    .allMatch(tokens("dark.css")::containsKey);
        }
    }

    /// WCAG 2.2, 1.4.3: text has a contrast of at least 4.5 to 1.
    @ParameterizedTest
    @CsvSource({
        "-sb-fg-0,-sb-bg-0", "-sb-fg-1,-sb-bg-0", "-sb-fg-1,-sb-bg-3", "-sb-fg-2,-sb-bg-0", "-sb-fg-2,-sb-bg-1",
        "-sb-fg-2,-sb-bg-2", "-sb-fg-2,-sb-selected", "-sb-fg-2,-sb-failing", "-sb-fg-2,-sb-run-weak",
        "-sb-accent,-sb-accent-weak", "-sb-ok,-sb-ok-weak", "-sb-warn,-sb-warn-weak", "-sb-bad,-sb-bad-weak",
        "-sb-accent,-sb-bg-1", "-sb-ok,-sb-bg-1", "-sb-warn,-sb-bg-1", "-sb-bad,-sb-bg-1", "-sb-violet,-sb-bg-1",
        "-sb-on-strong,-sb-primary", "-sb-on-strong,-sb-go", "-sb-on-strong,-sb-danger", "-sb-on-strong,-sb-badge",
        "-sb-practice-text,-sb-practice", "-sb-fg-0,-sb-bad-weak", "-sb-fg-0,-sb-warn-weak", "-sb-fg-2,-sb-bg-log"
    })
    void textCanBeRead(String text, String ground) {
        for (String sheet : new String[] {"dark.css", "light.css"}) {
            Map<String, Color> tokens = tokens(sheet);
            assertThat(contrast(tokens, text, ground)).as("%s on %s in %s", text, ground, sheet)
                    .isGreaterThanOrEqualTo(4.5);
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"-sb-idle", "-sb-ok", "-sb-warn", "-sb-bad", "-sb-run"})
    void lightsStandOutFromTheirGround(String light) {
        for (String sheet : new String[] {"dark.css", "light.css"}) {
            assertThat(contrast(tokens(sheet), light, "-sb-bg-2")).as("%s in %s", light, sheet)
                    .isGreaterThanOrEqualTo(3);
        }
    }

    private static double contrast(Map<String, Color> tokens, String one, String other) {
        double a = luminance(Objects.requireNonNull(tokens.get(one), one));
        double b = luminance(Objects.requireNonNull(tokens.get(other), other));
        return (Math.max(a, b) + 0.05) / (Math.min(a, b) + 0.05);
    }

    private static double luminance(Color c) {
        return 0.2126 * linear(c.getRed()) + 0.7152 * linear(c.getGreen()) + 0.0722 * linear(c.getBlue());
    }

    private static double linear(double channel) {
        return channel <= 0.04045 ? channel / 12.92 : Math.pow((channel + 0.055) / 1.055, 2.4);
    }

    private static Map<String, Color> tokens(String sheet) {
        Map<String, Color> tokens = new TreeMap<>();
        TOKEN.matcher(read(sheet)).results().forEach(r -> tokens.put(r.group(1), Color.web(r.group(2))));
        return tokens;
    }

    private static String read(String sheet) {
        try (InputStream in = Objects.requireNonNull(Theme.class.getResourceAsStream(sheet), sheet)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
