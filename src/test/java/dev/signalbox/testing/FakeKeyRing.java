package dev.signalbox.testing;

import dev.signalbox.port.KeyRing;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;

/// A key ring in memory, which can be locked, absent, silent or broken on demand.
public final class FakeKeyRing implements KeyRing {

    /// What lies in it.
    public final Map<String, String> items = new HashMap<>();

    private Optional<Answer> stubborn = Optional.empty();
    private boolean forgetful;
    private int reads;

    /// From now on every question gets this answer.
    public void answersOnly(Answer answer) {
        stubborn = Optional.of(answer);
    }

    /// From now on it works again.
    public void works() {
        stubborn = Optional.empty();
    }

    /// From now on it says that it keeps things and does not.
    public void keepsNothing() {
        forgetful = true;
    }

    /// How often something was read.
    public int reads() {
        return reads;
    }

    @Override
    public Answer read(String item) {
        reads++;
        return stubborn.orElseGet(() -> {
            String text = items.get(item);
            return text == null ? new Answer.Missing() : new Answer.Found(text.toCharArray());
        });
    }

    @Override
    public Answer write(String item, char[] text) {
        return stubborn.orElseGet(() -> {
            if (!forgetful) {
                items.put(item, new String(text));
            }
            return new Answer.Done();
        });
    }

    @Override
    public Answer remove(String item) {
        return stubborn.orElseGet(() -> items.remove(item) == null ? new Answer.Missing() : new Answer.Done());
    }
}
