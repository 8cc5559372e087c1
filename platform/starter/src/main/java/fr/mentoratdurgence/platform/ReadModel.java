package fr.mentoratdurgence.platform;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/**
 * Says which tables a projection fills. It is the only one that writes to them, it writes to no others, and it names
 * them without a schema: so the same code fills the live tables and, for a rebuild, a second copy. What somebody else
 * notes in them is forgotten by a rebuild. The name of the read model is that of its processing group.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
public @interface ReadModel {

    /** All its tables. */
    String[] value();
}
