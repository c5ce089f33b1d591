package dev.signalbox.domain.text;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class RedactionTest {

    private final Redaction shapes = Redaction.SHAPES_ONLY;

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "refused ghp_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH |Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH",
        "gho_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH.|Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH",
        "x ghs_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH|Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH",
        "ghu_Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH|Zq3xK9vB2mN7wL5tR8yU1oP4aS6dF0gH",
        "a github_pat_11ABCDEFG0abcdefghij_klmnop b|11ABCDEFG0abcdefghij_klmnop",
        "github_pat_11ABCDEFG0abcdef_klmnop|11ABCDEFG0abcdef_klmnop",
        "glpat-Zq3xK9vB2mN7wL5tR8yU|Zq3xK9vB2mN7wL5tR8yU",
        "glptt-Zq3xK9vB2mN7wL5tR8yU|Zq3xK9vB2mN7wL5tR8yU",
        "xoxb-1-2-abc|1-2-abc",
        "eyJhbGciOiJub25lIn0.e30.|hbGciOiJub25lIn0",
        "jwt eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJtZSJ9.c2lnbmF0dXJl ok|JzdWIiOiJtZSJ9",
        "https://user:hunter22@host/repo.git|hunter22",
        "https://tokenalone@host/|tokenalone",
        "Authorization: Bearer abc.def|abc.def",
        "'bearer Zq3xK9vB2m'|Zq3xK9vB2m",
        "Basic dXNlcjpwYXNz1=|dXNlcjpwYXNz",
        "PRIVATE-TOKEN: s3cretvalue|s3cretvalue",
        "https://blob/x?se=1&sig=AbC%2FdEf&x=1|AbC%2FdEf",
        "AKIAAAAAAAAAAAAAAAAA|AAAAAAAA"
    })
    void hidesWhatLooksLikeAToken(String text, String secret) {
        assertThat(shapes.hide(text)).contains(Redaction.MARK).doesNotContain(secret);
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', value = {
        "AUTHORIZATION: abcdef12|abcdef12",
        "authorization=abcdef12|abcdef12",
        "private-token: abcdef12|abcdef12",
        "Job-Token: abcdef12|abcdef12",
        "X-VAULT-TOKEN: abcdef12|abcdef12",
        "x-Api-Key: abcdef12|abcdef12",
        "COOKIE: a=abcdef12|abcdef12",
        "BEARER abcdef12|abcdef12",
        "NEGOTIATE abcdef12=|abcdef12",
        "Token abcdef12|abcdef12",
        "npm_abcdef12|abcdef12",
        "dckr_pat_abcdef12|abcdef12",
        "hvs.abcdef12|abcdef12",
        "ya29.abcdef12|abcdef12",
        "ASIAABCDEFGHIJKL12|ABCDEFGHIJKL12",
        "?PASSWORD=abcdef12|abcdef12",
        "x&Client_Secret=abcdef12|abcdef12"
    })
    void hidesTheSameWhateverItsCase(String text, String secret) {
        assertThat(shapes.hide(text)).contains(Redaction.MARK).doesNotContain(secret);
        assertThat(shapes.hide("İ " + text)).contains(Redaction.MARK).doesNotContain(secret);
    }

    @Test
    void takesOutOfAddressesOnlyWhatIsKnownAndWhole() {
        Redaction known = new Redaction(List.of("an-odd-token-of-ours", "short-one", "an-odd-token-of-ours-too"));
        assertThat(
                known.hideHeld("ssh://git@host/an-odd-token-of-ours-too/an-odd-token-of-ours/short-one?token=abcdef"))
                .isEqualTo("ssh://git@host/•••/•••/short-one?token=abcdef");
        assertThat(known.hideHeld("an-odd-token")).isEqualTo("an-odd-token");
    }

    @Test
    void hidesOneKindOfSecretBesideAnother() {
        assertThat(shapes.hide("AKIAAAAAAAAAAAAAAAAA and https://u:pass1234@host/?sig=abcdef, bearer abc123"))
                .isEqualTo("AKIA••• and https://•••host/?sig=••• bearer •••");
    }

    @Test
    void hidesPrivateKeysWholeOrCut() {
        String key = "-----BEGIN RSA PRIVATE KEY-----\nMIIBabcdef\nQQQQQQ\n";
        assertThat(shapes.hide("see " + key + "-----END RSA PRIVATE KEY----- done"))
                .isEqualTo("see -----BEGIN RSA PRIVATE KEY-----••• done");
        assertThat(shapes.hide(key)).doesNotContain("MIIB").doesNotContain("QQQQ");
    }

    @ParameterizedTest
    @ValueSource(strings = {
        "Basic authentication is off", "The token expired yesterday", "api.github.com answered 403", "token refused",
        "https://api.github.com/repos/acme/app?per_page=100", "glass-half-full", "see https://example.com/a@b"
    })
    void leavesOrdinarySentencesAlone(String text) {
        assertThat(shapes.hide(text)).isEqualTo(text);
    }

    @Test
    void hidesEveryPieceOfAKnownSecret() {
        Redaction exact = new Redaction(List.of("ghp_Qw3rTy5uIoP7aSdF", "short"));
        assertThat(exact.hide("quoted Qw3rTy5u… and uIoP7a in a sentence"))
                .isEqualTo("quoted •••… and ••• in a sentence");
        assertThat(exact.hide("github says short things")).isEqualTo("github says short things");
        assertThat(exact.hide("nothing here")).isEqualTo("nothing here");
    }

    @Test
    void whereMuchIsShownOnlyWholeSecretsGo() {
        Redaction known = new Redaction(List.of("acme-token-of-the-lab", "short-one", "acme-token-of-the-lab-2"));
        assertThat(known.hideWhole("acme-token-of-the-lab-2 and acme-token-of-the-lab, but acme-token-of-checkout"))
                .isEqualTo("••• and •••, but acme-token-of-checkout");
        assertThat(known.hideWhole("a short-one may be a word")).isEqualTo("a short-one may be a word");
        assertThat(known.hide("a short-one may be a word")).isEqualTo("a ••• may be a word");
        assertThat(known.hideWhole("with ghp_Zq3xK9vB2mN7wL5tR8yU")).isEqualTo("with ghp_•••");
    }

    @Test
    void whatIsAddedIsKnownInEveryWay() {
        Redaction both = new Redaction(List.of("the-first-token")).with(List.of("another-token"));
        assertThat(both.hideWhole("the-first-token another-token")).isEqualTo("••• •••");
        assertThat(both.hideKnown("a piece of anothe")).isEqualTo("a piece of •••");
        assertThat(new String(both.bytes().hide("another-token".getBytes(UTF_8)), UTF_8)).isEqualTo("•••");
    }
}
