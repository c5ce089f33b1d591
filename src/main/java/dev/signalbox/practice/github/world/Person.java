package dev.signalbox.practice.github.world;

/// An account of the practice team.
///
/// @param bot whether the account belongs to a machine
public record Person(long id, String login, String name, boolean bot) implements Reviewer {

    @Override
    public boolean includes(Person person) {
        return person.id == id;
    }

    /// The address in this person's commits.
    public String email() {
        return login.replace("[bot]", "") + "@practice.test";
    }
}
