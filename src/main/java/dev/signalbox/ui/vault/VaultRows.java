package dev.signalbox.ui.vault;

import dev.signalbox.domain.VaultStanding;
import dev.signalbox.domain.VaultStanding.Question;
import dev.signalbox.domain.text.SafeText;
import dev.signalbox.ui.vault.VaultCard.Press;
import dev.signalbox.ui.widget.Mark;
import java.util.List;

/// The vault as a card. Pure.
final class VaultRows {

    private static final int LONGEST = 500;
    private static final String OTHERS = "Connections that need no vault go on meanwhile.";
    private static final List<Press> AGAIN = List.of(Press.AGAIN);

    private VaultRows() {}

    static VaultCard of(VaultStanding vault) {
        return switch (vault.kind()) {
            case UNUSED -> card(vault, "not used", Mark.IDLE,
                    "No connection of this console takes its token from the vault.", "", List.of());
            case OPENING -> card(vault, "opening", Mark.MOVING,
                    vault.problem().isEmpty() ? "The vault is being opened." : problem(vault),
                    "It is given up after 30 seconds. " + OTHERS, List.of());
            case ASKING -> asking(vault);
            case OPEN -> card(vault, "open", Mark.GOOD,
                    "The vault’s key is in memory. It is wiped when the machine sleeps, when nobody has touched the"
                            + " console for a while, and when it ends.",
                    "", List.of(Press.LOCK, Press.PASSPHRASE, Press.KEY_RING));
            case SHUT -> card(vault, "locked", Mark.QUEUED,
                    "The vault’s key is not in memory. Connections go on with the tokens that they have.",
                    "Whoever stores or changes a token, or connects anew, is asked first.",
                    List.of(Press.AGAIN, Press.PASSPHRASE, Press.KEY_RING));
            case WANTED -> card(vault, "wanted", Mark.PEOPLE, problem(vault),
                    "What waits for it goes on by itself then. " + OTHERS, AGAIN);
            case RING_LOCKED -> card(vault, "key ring locked", Mark.PEOPLE, problem(vault),
                    "Unlock the key ring, for instance in the system’s passwords program. It is asked again every 5"
                            + " seconds. " + OTHERS,
                    List.of(Press.AGAIN, Press.CANCEL));
            case RING_ABSENT -> card(vault, "no key ring", Mark.WARNING, problem(vault),
                    "The vault was made with a key ring, and opens with no other. Start the key ring’s service and try"
                            + " again, or forget everything and begin anew with a passphrase.",
                    AGAIN);
            case RING_SILENT -> card(vault, "no answer", Mark.WARNING, problem(vault),
                    "Look for a window of the key ring, answer it, and try again. " + OTHERS, AGAIN);
            case CANCELLED -> card(vault, "not answered", Mark.PEOPLE, problem(vault), OTHERS, AGAIN);
            case KEY_GONE -> card(vault, "key is gone", Mark.BAD, problem(vault),
                    "Somebody removed or changed the item. The file was left as it is: with the item back from a backup"
                            + " it opens again.",
                    AGAIN);
            case DAMAGED -> card(vault, "damaged or changed", Mark.BAD, problem(vault),
                    "Typing another passphrase does not help. Put a backup of the file in its place and try again, or"
                            + " forget everything and store the tokens anew.",
                    AGAIN);
            case FAILED -> card(vault, "not usable", Mark.WARNING, problem(vault), OTHERS, AGAIN);
        };
    }

    private static VaultCard asking(VaultStanding vault) {
        Question question = vault.question();
        if (question == null) {
            return card(vault, "asks", Mark.PEOPLE, "", "", List.of());
        }
        List<Press> buttons = List.of(Press.GIVE, Press.CANCEL);
        String refused = SafeText.line(question.refused(), LONGEST);
        return switch (question.wanted()) {
            case PASSPHRASE -> asked(vault, question, "The vault is opened with your passphrase.", refused,
                    "Passphrase", buttons);
            case NEW_PASSPHRASE -> asked(vault, question,
                    "Choose a passphrase for the vault: at least 10 characters, best some words. Nobody can bring it"
                            + " back for you.",
                    refused, "New passphrase", buttons);
            case TOKEN -> asked(vault, question, SafeText.line(question.about(), LONGEST), refused, "Token", buttons);
        };
    }

    private static VaultCard asked(
            VaultStanding vault, Question question, String words, String refused, String label, List<Press> buttons) {
        return new VaultCard(
                "asks", Mark.PEOPLE, words, refused.isEmpty() ? OTHERS : refused, waiting(vault), "", question, label,
                buttons);
    }

    private static VaultCard card(
            VaultStanding vault, String pill, Mark mark, String words, String advice, List<Press> buttons) {
        return new VaultCard(
                pill, mark, words, advice, waiting(vault), SafeText.line(vault.notice(), LONGEST), null, "", buttons);
    }

    private static String problem(VaultStanding vault) {
        return SafeText.line(vault.problem(), LONGEST);
    }

    private static String waiting(VaultStanding vault) {
        return vault.waiting().isEmpty()
                ? ""
                : "Without a token until then: " + SafeText.line(String.join(", ", vault.waiting()), LONGEST) + ".";
    }
}
