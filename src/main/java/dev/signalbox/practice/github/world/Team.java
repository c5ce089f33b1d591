package dev.signalbox.practice.github.world;

import java.util.List;

/// A team of the practice organisation.
public record Team(long id, String slug, String name, List<Person> members) implements Reviewer {

    /// Copies the members.
    public Team {
        members = List.copyOf(members);
    }

    @Override
    public boolean includes(Person person) {
        return members.contains(person);
    }
}
