"""The answer to "how is this number worked out?" in the shapes that its pages draw."""
