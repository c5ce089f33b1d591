package dev.signalbox.ui.settings;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class HitRowsTest {

    private final List<SettingsPage> pages = new SamplePages().all();

    @ParameterizedTest
    @CsvSource({
        "theme,theme", "THEME,theme", "font,size", "zoom,size", "nig,theme", "tls,certificates", "java,certificates",
        "font size,size", "size text,size"
    })
    void findsByTitleWordsAndExplanation(String typed, String setting) {
        assertThat(found(typed)).containsExactly(setting);
    }

    @Test
    void findsAWholePageByItsName() {
        assertThat(found("network")).hasSize(14).startsWith("proxy");
        assertThat(found("network proxy")).containsExactly("proxy");
    }

    @Test
    void namesThoseFirstThatAreCalledSo() {
        assertThat(found("d")).containsExactly("theme", "proxy");
        assertThat(found("si")).first().isEqualTo("size");
    }

    @Test
    void wordsInsideWordsDoNotCount() {
        assertThat(found("heme")).isEmpty();
        assertThat(found("ont")).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "   ", "…", "theme gone"})
    void findsNothingForNothing(String typed) {
        assertThat(found(typed)).isEmpty();
    }

    @Test
    void saysWhichPageAHitIsOn() {
        HitRow hit = HitRows.of(pages, "zoom").getFirst();
        assertThat(hit.pageTitle()).isEqualTo("Looks");
        assertThat(hit.words()).isEqualTo("Font size, on the page Looks. How large text is.");
    }

    private List<String> found(String typed) {
        return HitRows.of(pages, typed).stream().map(HitRow::setting).toList();
    }
}
