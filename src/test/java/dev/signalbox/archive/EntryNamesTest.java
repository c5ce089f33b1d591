package dev.signalbox.archive;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EntryNamesTest {

    private final EntryNames names = new EntryNames(10_000);

    @ParameterizedTest
    @ValueSource(strings = {
        "report.xml", "target/surefire-reports/TEST-dev.acme.RankingIT.xml", "a b/c d.txt", "-rf", "ü/日本.txt",
        ".gitignore", ".github/x", "console.log", "com.acme/x", "nullable.txt", "...x", "a..b", "~x",
        "$(touch x)", "'", "auxiliary", "prn2", "lpt/0"
    })
    void takesOrdinaryNames(String name) {
        assertThatCode(() -> names.add(name, false)).doesNotThrowAnyException();
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "../e.txt", "a/../../e.txt", "..", ".", "./a", "a/./b", "/etc/passwd", "//host/share", "a//b", "",
        "..\\e.txt", "C:\\x", "C:x", "file.txt:stream", "a/..", "a?b", "a*b", "a|b", "a<b", "a>b", "a\"b"
    })
    void refusesNamesThatLeadElsewhere(String name) {
        refuses(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "CON", "con", "nul.txt", "a/AUX", "prn.tar.gz", "COM1", "com9.log", "LPT¹", "CONIN$", "conout$.x",
        "con .txt", "name.", "name ", " name", "a /b", "a./b"
    })
    void refusesNamesThatWindowsTakesForSomethingElse(String name) {
        refuses(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {".git/config", "a/.GIT/hooks/post-checkout", "GIT~1/config", ".git"})
    void refusesARepositorysOwnFolder(String name) {
        refuses(name);
    }

    @ParameterizedTest
    @ValueSource(strings = {"a\u0000b", "a\nb", "a\u001b[2Jb", "gpj\u202Eexe.txt", "a\u200Db", "a\uFEFFb", "a\u2028b"})
    void refusesInvisibleCharacters(String name) {
        assertThatThrownBy(() -> names.add(name, false))
                .isInstanceOf(RefusedArchive.class)
                .hasMessageContaining("invisible")
                .hasMessageNotContainingAny("\u0000", "\n", "\u001b", "\u202E");
    }

    @Test
    void refusesPathsThatSomeSystemsCannotKeep() {
        assertThatCode(() -> names.add("d".repeat(199) + "/" + "f".repeat(40), false)).doesNotThrowAnyException();
        refuses("d".repeat(199) + "/" + "f".repeat(41));
        refuses("x".repeat(201));
        refuses("ü".repeat(101));
    }

    @Test
    void refusesFoldersInFoldersWithoutEnd() {
        assertThatCode(() -> names.add("d/".repeat(31) + "f", false)).doesNotThrowAnyException();
        refuses("d/".repeat(32) + "f");
    }

    @Test
    void refusesNamesThatMakeMoreFoldersThanThereMayBe() throws RefusedArchive {
        EntryNames few = new EntryNames(3);
        few.add("a/b/c/x", false);
        few.add("a/b/y", false);
        few.add("A/B", true);
        assertThatThrownBy(() -> few.add("d/x", false))
                .isInstanceOf(RefusedArchive.class)
                .hasMessageContaining("more than the 3 folders");
    }

    @Test
    void refusesTheSameNameTwice() throws RefusedArchive {
        names.add("a/report.xml", false);
        refuses("a/report.xml");
    }

    @ParameterizedTest
    @ValueSource(strings = {"A/REPORT-É.XML", "a/report-e\u0301.xml", "A/rEPORT-E\u0301.xml"})
    void refusesASecondFileOfTheSameNameInSomeFileSystems(String twin) throws RefusedArchive {
        names.add("a/report-é.xml", false);
        assertThatThrownBy(() -> names.add(twin, false))
                .isInstanceOf(RefusedArchive.class)
                .hasMessageContaining("a/report-é.xml");
    }

    @Test
    void refusesWhatIsAFileAndAFolder() throws RefusedArchive {
        names.add("a", false);
        names.add("A/b/c", false);
        assertThatThrownBy(names::checkTogether).hasMessageContaining("a file and a folder");
    }

    @Test
    void letsAFolderBeNamedAsOftenAsItLikes() throws RefusedArchive {
        names.add("a", true);
        names.add("a/b", false);
        names.add("a", true);
        assertThatCode(names::checkTogether).doesNotThrowAnyException();
    }

    private void refuses(String name) {
        assertThatThrownBy(() -> names.add(name, false)).isInstanceOf(RefusedArchive.class);
    }
}
