package dev.signalbox.domain.ci;

import static dev.signalbox.testing.Examples.CHECKOUT;
import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class NamesTest {

    @ParameterizedTest
    @CsvSource({"'',''", "abc,abc", "1234567,1234567", "12345678,1234567"})
    void quotesTheFirstSevenDigitsOfACommitOrAllThereAre(String sha, String shown) {
        assertThat(new Commit(sha, "subject", "ada", null, null).shortSha()).isEqualTo(shown);
    }

    @ParameterizedTest
    @CsvSource({
        ".github/workflows/ci.yml,ci.yml",
        "ci.yml,ci.yml",
        "'',''",
        "dir/,''",
        "dynamic/github-code-scanning/codeql,codeql"
    })
    void aWorkflowIsCalledByTheLastSegmentOfItsPath(String path, String file) {
        assertThat(new Workflow(CHECKOUT, 1, "CI", path, true, null).file()).isEqualTo(file);
    }

    @Test
    void aRepositoryIsWrittenWithItsOwner() {
        assertThat(CHECKOUT.fullName()).isEqualTo("acme/checkout");
    }
}
