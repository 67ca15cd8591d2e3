/** The pipeline: scan, write feeds, announce what is new. Read {@link PublishRun} first. */
package org.postrider.publish;
