package dev.signalbox.desktop;

import com.github.javakeyring.BackendNotSupportedException;
import com.github.javakeyring.Keyring;
import com.github.javakeyring.KeyringStorageType;
import com.github.javakeyring.PasswordAccessException;
import dev.signalbox.port.KeyRing;
import java.io.IOException;
import java.util.Locale;
import java.util.stream.Stream;
import org.freedesktop.dbus.DBusPath;
import org.freedesktop.dbus.connections.impl.DBusConnection;
import org.freedesktop.dbus.connections.impl.DBusConnectionBuilder;
import org.freedesktop.dbus.exceptions.DBusException;
import org.freedesktop.dbus.exceptions.DBusExecutionException;
import org.freedesktop.secret.Collection;
import org.freedesktop.secret.Service;

/// The key ring through java-keyring. May block for as long as the system likes.
///
/// The library has one exception for everything, and a Secret Service that is locked looks to it like one that is empty;
/// so its words are looked at, and the service is asked whether it is locked before it is believed to be empty.
final class LibraryKeyRing implements KeyRing {

    private static final String PROGRAM = "Signalbox";
    private static final String DEFAULT_COLLECTION = "/org/freedesktop/secrets/aliases/default";

    private interface Question {

        Answer ask(Keyring ring) throws PasswordAccessException;
    }

    @Override
    public Answer read(String item) {
        return with(ring -> {
            String text = ring.getPassword(PROGRAM, item);
            return text == null ? new Answer.Missing() : new Answer.Found(text.toCharArray());
        });
    }

    @Override
    public Answer write(String item, char[] text) {
        return with(ring -> {
            ring.setPassword(PROGRAM, item, new String(text));
            return new Answer.Done();
        });
    }

    @Override
    public Answer remove(String item) {
        return with(ring -> {
            ring.deletePassword(PROGRAM, item);
            return new Answer.Done();
        });
    }

    private static Answer with(Question question) {
        try (Keyring ring = Keyring.create()) {
            Answer answer = answer(question, ring);
            boolean doubtful = answer instanceof Answer.Missing || answer instanceof Answer.Failed;
            boolean service = ring.getKeyringStorageType() == KeyringStorageType.GNOME_KEYRING;
            return doubtful && service && isServiceLocked() ? new Answer.Locked() : answer;
        } catch (BackendNotSupportedException none) {
            return new Answer.Absent("this session has neither a Secret Service nor another store for passwords");
        } catch (LinkageError foreign) {
            return new Answer.Absent("its library cannot be loaded (" + foreign.getClass().getSimpleName() + ")");
        } catch (InterruptedException stop) {
            Thread.currentThread().interrupt();
            return new Answer.Failed("the question was given up");
        } catch (Exception closing) {
            return new Answer.Failed("it did not let go (" + closing.getClass().getSimpleName() + ")");
        }
    }

    private static Answer answer(Question question, Keyring ring) {
        try {
            return question.ask(ring);
        } catch (PasswordAccessException said) {
            return meaning(String.valueOf(said.getMessage()));
        } catch (RuntimeException broken) {
            // No message: it may repeat what was to be stored.
            return new Answer.Failed("its library broke (" + broken.getClass().getSimpleName() + ")");
        }
    }

    /// What the words of the systems and of the library mean.
    static Answer meaning(String said) {
        String words = said.toLowerCase(Locale.ROOT);
        if (Stream.of("cancel", "interaction is not allowed", "locked", "dismissed").anyMatch(words::contains)) {
            return new Answer.Locked();
        }
        if (Stream.of("no stored credentials match", "not found", "could not be found", "not in wallet")
                .anyMatch(words::contains)) {
            return new Answer.Missing();
        }
        return new Answer.Failed("it refuses, without a reason that is known");
    }

    private static boolean isServiceLocked() {
        try (DBusConnection bus = DBusConnectionBuilder.forSessionBus().withShared(false).build()) {
            return new Collection(new DBusPath(DEFAULT_COLLECTION), new Service(bus)).isLocked();
        } catch (DBusException | DBusExecutionException | IOException gone) {
            return false;
        }
    }
}
