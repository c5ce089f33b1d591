package dev.signalbox.domain.text;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ScriptsTest {

    @ParameterizedTest
    @ValueSource(strings = {"prod", "prod-1", "производство", "リリース2", "release-リリース", "배포", "café", "Ωμέγα", ""})
    void ordinaryNamesAreOfOneAlphabet(String name) {
        assertThat(Scripts.areMixed(name)).isFalse();
        assertThat(Scripts.maySpoof(name)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"st\u0430ging", "pr\u03bfd", "リリ\u0430ス", "a\u0561"})
    void lettersOfAnotherAlphabetAreNoticed(String name) {
        assertThat(Scripts.areMixed(name)).isTrue();
        assertThat(Scripts.maySpoof(name)).isTrue();
    }

    @ParameterizedTest
    @ValueSource(strings = {"\uff50\uff52\uff4f\uff44", "\ud835\udc29\ud835\udc2b\ud835\udc28\ud835\udc1d", "ⓟrod"})
    void lettersDressedAsAsciiAreNoticed(String name) {
        assertThat(Scripts.maySpoof(name)).isTrue();
    }
}
