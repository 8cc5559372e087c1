package fr.mentoratdurgence.platform.test;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import fr.mentoratdurgence.platform.domain.Decider;
import fr.mentoratdurgence.platform.domain.DomainEvent;
import fr.mentoratdurgence.platform.domain.Rejection;
import fr.mentoratdurgence.platform.domain.RejectionCode;
import java.util.List;

/**
 * A rule test as a sentence: {@code need.given(declared()).when(new Qualify(…)).thenRejected(NOT_CONTACTED)}.
 */
public final class DeciderFixture<C, S, E extends DomainEvent> {
    private final Decider<C, S, E> decider;

    /** For one kind of stream. */
    public DeciderFixture(Decider<C, S, E> decider) {
        this.decider = decider;
    }

    /** What has happened so far. */
    @SafeVarargs
    @SuppressWarnings("varargs")
    public final Given given(E... past) {
        return given(List.of(past));
    }

    /** What has happened so far. */
    public Given given(List<? extends E> past) {
        S state = decider.initial();
        for (E event : past) {
            state = decider.evolve().apply(state, event);
        }
        return new Given(state);
    }

    /** A past; a command may come. */
    public final class Given {
        private final S state;

        private Given(S state) {
            this.state = state;
        }

        /** The state that this past makes. */
        public S state() {
            return state;
        }

        /** A command is given. */
        public When when(C command) {
            return new When(state, command);
        }
    }

    /** A past and a command; what follows? */
    public final class When {
        private final S state;
        private final C command;

        private When(S state, C command) {
            this.state = state;
            this.command = command;
        }

        /** These facts, in this order, and no others. */
        @SafeVarargs
        @SuppressWarnings("varargs")
        public final void then(E... expected) {
            assertThat(List.<DomainEvent>copyOf(decider.decide().apply(command, state)))
                    .containsExactly(expected);
        }

        /** Nothing, and no complaint. */
        public void thenNothing() {
            assertThat(List.<DomainEvent>copyOf(decider.decide().apply(command, state)))
                    .isEmpty();
        }

        /** A refusal by this rule; returns it for a look at its details. */
        public Rejection thenRejected(RejectionCode code) {
            Rejection rejection =
                    catchThrowableOfType(Rejection.class, () -> decider.decide().apply(command, state));
            assertThat(rejection).as("refused").isNotNull();
            assertThat(rejection.code()).isEqualTo(code);
            return rejection;
        }
    }
}
