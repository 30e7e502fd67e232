"""HTTP as a polite guest: paced, bounded, on one origin; and files read by byte ranges."""
