package dev.signalbox.port;

import java.time.Duration;

/// The system's store for passwords, open while its person is logged in. It never throws: a ring that is locked, absent
/// or silent is an answer, and each asks something else of the person.
public interface KeyRing {

    /// What lies under a name.
    ///
    /// @return [Answer.Found], [Answer.Missing] or what kept the ring from answering
    Answer read(String item);

    /// Puts a text under a name, in place of what lay there.
    ///
    /// @param text stays the caller's, who wipes it
    /// @return [Answer.Done] or what kept the ring from it
    Answer write(String item, char[] text);

    /// Takes away what lies under a name.
    ///
    /// @return [Answer.Done], [Answer.Missing] or what kept the ring from it
    Answer remove(String item);

    /// What a key ring says. Nothing that was said about a locked, absent or silent ring tells whether the item is there.
    sealed interface Answer {

        /// @param text becomes the caller's, who wipes it
        record Found(char[] text) implements Answer {

            @Override
            public String toString() {
                return "Found(hidden)";
            }
        }

        /// It was done.
        record Done() implements Answer {}

        /// The ring is open, and nothing lies under the name.
        record Missing() implements Answer {}

        /// The ring is there and was not unlocked, or its person refused.
        record Locked() implements Answer {}

        /// There is no key ring.
        ///
        /// @param why in a few words, without a full stop
        record Absent(String why) implements Answer {}

        /// The ring does not answer.
        ///
        /// @param waited how long
        record Silent(Duration waited) implements Answer {}

        /// The ring answered with an error that means none of these.
        ///
        /// @param why in a few words, without a full stop
        record Failed(String why) implements Answer {}
    }
}
