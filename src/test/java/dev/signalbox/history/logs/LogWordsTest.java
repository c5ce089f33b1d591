package dev.signalbox.history.logs;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class LogWordsTest {

    @Test
    void findsAllWordsInAnyOrderAndCase() {
        LogWords words = new LogWords("timeout  Socket");
        assertThat(words.isIn("java.net.SocketTimeoutException: timeout")).isTrue();
        assertThat(words.isIn("SocketTimeoutException")).isTrue();
        assertThat(words.isIn("socket closed")).isFalse();
    }

    @Test
    void keepsWordsBetweenQuotationMarksTogether() {
        LogWords words = new LogWords("\"does not exist\" relation");
        assertThat(words.isIn("relation \"baskets\" does not exist")).isTrue();
        assertThat(words.isIn("relation exists, does it not")).isFalse();
    }

    @Test
    void asksTheIndexForEveryThreeLetters() {
        assertThat(new LogWords("Abcd xy").match()).isEqualTo("\"abc\" AND \"bcd\"");
        assertThat(new LogWords("\"a b\"").match()).isEqualTo("\"a b\"");
        assertThat(new LogWords("a\"bc").match()).isEqualTo("\"a\"\"b\" AND \"\"\"bc\"");
    }

    @Test
    void hasNothingToAskForWordsThatAreTooShort() {
        assertThat(new LogWords("").match()).isEmpty();
        assertThat(new LogWords("ab c \"").match()).isEmpty();
    }

    @Test
    void doesNotLookForWhatStandsForASecret() {
        assertThat(new LogWords("•••").match()).isEmpty();
        assertThat(new LogWords("••• failed").match()).isEqualTo("\"fai\" AND \"ail\" AND \"ile\" AND \"led\"");
    }

    @Test
    void countsWholeCharactersNotHalves() {
        assertThat(new LogWords("😀😀😀").match()).isEqualTo("\"😀😀😀\"");
    }

    @Test
    void asksForABoundedNumberOfPartsOfALongText() {
        String error = "org.postgresql.util.PSQLException: ERROR: relation \"baskets_v42\" does not exist ".repeat(20);
        assertThat(new LogWords(error).match().split(" AND ").length).isBetween(10, 48);
    }

    @Test
    void showsThePartOfALongLineAroundTheFirstWord() {
        String line = "x".repeat(5_000) + " needle " + "y".repeat(5_000);
        assertThat(new LogWords("NEEDLE").around(line)).contains("needle").startsWith("…").endsWith("…")
                .hasSizeLessThan(400);
        assertThat(new LogWords("short").around("a short line")).isEqualTo("a short line");
    }
}
