"""What changes a plan and its ledger: verbs, keyword-only, one transaction each."""
