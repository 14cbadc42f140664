"""What changes communes, people and reports: verbs, keyword-only, one transaction each."""
