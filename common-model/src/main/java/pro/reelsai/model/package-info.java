/** What crosses a topic or a module border: enums, records and names, free of any framework. */
@NullMarked
package pro.reelsai.model;

import org.jspecify.annotations.NullMarked;
