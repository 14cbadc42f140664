"""What is read of communes, people and reports: nouns that already know who may see what."""
