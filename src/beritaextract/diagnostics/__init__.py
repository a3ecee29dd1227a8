"""From verdicts to what an editor sees: which checks are on, where findings stand, what is accepted, how it is said."""
