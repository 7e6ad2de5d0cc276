"""Times scikit-learn's LinearSVC, one against the rest, on a matrix written by training-row.ts. One line of JSON out."""
import json
import sys
import time

import numpy as np
import scipy.sparse as sparse
import sklearn
from sklearn.multiclass import OneVsRestClassifier
from sklearn.svm import LinearSVC

folder, rows, columns, labels = sys.argv[1], int(sys.argv[2]), int(sys.argv[3]), int(sys.argv[4])


def read(name, kind):
    return np.fromfile(f"{folder}/{name}", dtype=kind)


x = sparse.csr_matrix((read("values", "<f4").astype(np.float64), read("indices", "<i4"), read("starts", "<i4")), shape=(rows, columns))
y = sparse.csr_matrix((np.ones(len(read("gold", "<i4")), dtype=np.int8), read("gold", "<i4"), read("goldStarts", "<i4")), shape=(rows, labels)).toarray()
start = time.perf_counter()
OneVsRestClassifier(LinearSVC(random_state=0)).fit(x, y)
print(json.dumps({"seconds": time.perf_counter() - start, "version": sklearn.__version__}))
